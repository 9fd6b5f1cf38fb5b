namespace Archive.Formats.Votable.Reading;

/// <summary>A document can't be read as a table: it isn't a VOTable, is damaged, or is beyond a limit. The message says where and what was expected.</summary>
public sealed class VotableReadException(string message, Exception? inner = null) : Exception(message, inner);
