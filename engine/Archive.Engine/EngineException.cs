namespace Archive.Engine;

/// <summary>The archive's folder can't be used as it is. The message says what to do.</summary>
public class EngineException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The query store can't be opened or written, while the archive itself may be well: another process has it, or the disk is full or read-only.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : EngineException(message, inner);
