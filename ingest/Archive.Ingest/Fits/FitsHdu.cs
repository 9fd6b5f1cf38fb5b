namespace Archive.Ingest.Fits;

/// <summary>One header and data unit (FITS 4.0, section 3.1); the data themselves are never read.</summary>
/// <param name="Index">0 for the primary HDU.</param>
/// <param name="Header">Its header; the header's issues include what is wrong with the size of the data.</param>
/// <param name="HeaderOffset">Where the header begins, in bytes from the start of the (expanded) file.</param>
/// <param name="DataOffset">Where the data begin.</param>
/// <param name="DataLength">How many bytes of data the header announces, padding not counted; null where it does not say it properly.</param>
public sealed record FitsHdu(int Index, FitsHeader Header, long HeaderOffset, long DataOffset, long? DataLength);
