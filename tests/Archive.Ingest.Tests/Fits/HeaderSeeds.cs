using System.Text;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>Sound headers of every kind, to be damaged.</summary>
internal static class HeaderSeeds
{
    /// <summary>Values of all kinds.</summary>
    public static byte[] Primary() => new FitsHeaderWriter()
        .Logical("SIMPLE", true)
        .Integer("BITPIX", 8)
        .Integer("NAXIS", 1)
        .Integer("NAXIS1", 2880)
        .Text("OBJECT", "O'Hara's long object name, so long that it goes on in a second card and even in a third, which is rare but legal & good")
        .Text("EQUINOX", "2000.0")
        .Real("ESO TEL AIRM", 1.25, "airmass")
        .Card("CPLX    = (1.5D0, -2.5) / complex")
        .Card("")
        .Undefined("UNDEF", "nothing known")
        .Commentary("COMMENT", "a word = 'of' / comment")
        .ToBlocks();

    /// <summary>The same as text, a card a line.</summary>
    public static byte[] Text() => Encoding.Latin1.GetBytes(string.Concat(Encoding.Latin1.GetString(Primary()).Chunk(80).Select(c => new string(c).TrimEnd() + "\n")));

    /// <summary>A stub and a compressed image, as fpack writes them.</summary>
    public static byte[] Packed() =>
    [
        .. new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0).ToBlocks(),
        .. new FitsHeaderWriter().Text("XTENSION", "BINTABLE").Integer("BITPIX", 8).Integer("NAXIS", 2).Integer("NAXIS1", 8).Integer("NAXIS2", 1)
            .Integer("PCOUNT", 0).Integer("GCOUNT", 1).Logical("ZIMAGE", true).Integer("ZBITPIX", 16).Integer("ZNAXIS", 1).Integer("ZNAXIS1", 7)
            .Text("OBJECT", "packed").ToBlocks(),
    ];

    /// <summary>A header that becomes a row: dates, times, positions, frames.</summary>
    public static byte[] Hires() => new FitsHeaderWriter()
        .Logical("SIMPLE", true).Integer("BITPIX", 16).Integer("NAXIS", 0)
        .Text("INSTRUME", "HIRES: High Resolution Echelle Spectrometer").Text("DATE-OBS", "2004-08-24").Text("UTC", "23:59:59.60").Text("RA", "23:59:59.99").Text("DEC", "-00:53:48.4")
        .Text("EQUINOX", "1950.0").Text("FRAME", "FK4").Text("HA", "+21:04:59.91").Text("MJD", "53241.999995").Text("KOAID", "HI.20040824.86399.fits").Text("PROGID", "2004B_C307")
        .Logical("AUTOSHUT", true).Text("LAMPNAME", "none").Integer("TTIME", 300).Real("ELAPTIME", 300).Text("OUTFILE", "j76").Integer("FRAMENO", 279)
        .ToBlocks();

    /// <summary>Data to pass on the way to two extensions.</summary>
    public static byte[] Extensions() =>
    [
        .. new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", -32).Integer("NAXIS", 2).Integer("NAXIS1", 10).Integer("NAXIS2", 20).ToBlocks(),
        .. new byte[2880],
        .. new FitsHeaderWriter().Text("XTENSION", "IMAGE").Integer("BITPIX", 8).Integer("NAXIS", 0).Integer("PCOUNT", 0).Integer("GCOUNT", 1).Text("EXTNAME", "SCI").ToBlocks(),
        .. new FitsHeaderWriter().Text("XTENSION", "BINTABLE").Integer("BITPIX", 8).Integer("NAXIS", 2).Integer("NAXIS1", 4).Integer("NAXIS2", 2).Integer("PCOUNT", 9).Integer("GCOUNT", 1).ToBlocks(),
        .. new byte[2880],
    ];
}
