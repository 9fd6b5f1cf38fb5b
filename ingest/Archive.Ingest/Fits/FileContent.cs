namespace Archive.Ingest.Fits;

/// <summary>What a file holds, by its first bytes; names of files say nothing reliable.</summary>
internal enum FileContent
{
    Unknown,
    Blank,

    /// <summary>80-byte records without line breaks: a FITS file or a bare header.</summary>
    Records,

    /// <summary>A card a line.</summary>
    Lines,
    Gzip,
    Lzw,
    Bzip2,
    Xz,
    Zstandard,
    Zip,
    Utf16,
}
