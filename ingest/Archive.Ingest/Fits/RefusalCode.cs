namespace Archive.Ingest.Fits;

/// <summary>Why no header was read from a file. Stable codes, as shown in reports.</summary>
public enum RefusalCode
{
    /// <summary>There is no such file, or it vanished.</summary>
    NotFound,

    /// <summary>The file can't be opened or read: rights, a broken disk or network.</summary>
    Unreadable,

    /// <summary>The file has no bytes, or is no regular file.</summary>
    Empty,

    /// <summary>The content is neither FITS nor the text of a FITS header.</summary>
    NotAHeader,

    /// <summary>Compressed in a way that is not read: LZW (.Z), bzip2, xz, Zstandard, zip.</summary>
    UnknownCompression,

    /// <summary>The gzip stream is damaged before a header was complete.</summary>
    DamagedGzip,

    /// <summary>The header is longer than <see cref="FitsLimits.HeaderBytes"/>.</summary>
    HeaderTooLong,

    /// <summary>The file has no HDU of the number or name that was asked for.</summary>
    NoSuchHdu,

    /// <summary>Read strictly: the header has an issue that is more than a note.</summary>
    Deviates,
}
