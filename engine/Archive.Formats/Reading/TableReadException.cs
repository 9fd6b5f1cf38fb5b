namespace Archive.Formats.Reading;

/// <summary>A document can't be read as a table: it is in no format that is read, is damaged, or is beyond a limit. The message says where and what was expected.</summary>
public sealed class TableReadException(string message, Exception? inner = null) : Exception(message, inner);
