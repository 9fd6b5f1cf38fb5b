namespace Archive.Ingest.Fits;

/// <summary>Why a file gave no header, where, and what its owner can do.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="ByteOffset">The place in the (expanded) file; 0 where the whole file is meant.</param>
/// <param name="Remedy">What to do.</param>
public sealed record HeaderRefusal(RefusalCode Code, string Message, long ByteOffset, string Remedy);
