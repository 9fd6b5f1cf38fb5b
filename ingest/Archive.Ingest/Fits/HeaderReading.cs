using System.Diagnostics.CodeAnalysis;

namespace Archive.Ingest.Fits;

/// <summary>What came of reading one file: its observation's header, or the reason why there is none. A value, so that one bad file never stops a night.</summary>
public sealed record HeaderReading
{
    private HeaderReading(string path, FitsHeader? header, HeaderForm form, int hdu, HeaderRefusal? refusal)
    {
        Path = path;
        Header = header;
        Form = form;
        Hdu = hdu;
        Refusal = refusal;
    }

    /// <summary>The file, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>The header that describes the observation; null if the file was refused.</summary>
    public FitsHeader? Header { get; }

    /// <summary>How the header was found in the file.</summary>
    public HeaderForm Form { get; }

    /// <summary>The HDU whose header it is, counted from 0, the primary; 0 too if there is none.</summary>
    public int Hdu { get; }

    /// <summary>Why there is no header; null if there is one.</summary>
    public HeaderRefusal? Refusal { get; }

    /// <summary>True if there is a header.</summary>
    [MemberNotNullWhen(true, nameof(Header))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Header is not null;

    internal static HeaderReading Read(string path, FitsHeader header, HeaderForm form, int hdu = 0) => new(path, header, form, hdu, null);

    internal static HeaderReading Refused(string path, RefusalCode code, string message, string remedy, long byteOffset = 0) =>
        new(path, null, HeaderForm.None, 0, new HeaderRefusal(code, message, byteOffset, remedy));
}

/// <summary>How a header was found in a file.</summary>
public enum HeaderForm
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The primary header of a FITS file, or a bare header in 80-byte records.</summary>
    Primary,

    /// <summary>The image header kept in an extension of a tile-compressed file (FITS 4.0, section 10.1).</summary>
    TileCompressed,

    /// <summary>The header of an extension that was asked for.</summary>
    Extension,

    /// <summary>A text dump, one card a line.</summary>
    Text,
}
