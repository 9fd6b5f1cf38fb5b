using System.Globalization;

namespace Archive.Ingest.Fits;

/// <summary>
/// The header of an image that was packed into tiles (FITS 4.0, section 10.1): the binary table's header holds the image's keywords, those
/// that a table needs for itself under names that begin with Z.
/// </summary>
internal static class TileCompressedImage
{
    private static readonly HashSet<string> s_ofThePrimaryStub = new(StringComparer.Ordinal)
    {
        "SIMPLE", "BITPIX", "NAXIS", "EXTEND", "CHECKSUM", "DATASUM", "NEXTEND", "DATE", "ORIGIN",
    };

    private static readonly Dictionary<string, string> s_originalNames = new(StringComparer.Ordinal)
    {
        ["ZSIMPLE"] = "SIMPLE", ["ZTENSION"] = "XTENSION", ["ZEXTEND"] = "EXTEND", ["ZBLOCKED"] = "BLOCKED", ["ZBITPIX"] = "BITPIX", ["ZNAXIS"] = "NAXIS",
        ["ZPCOUNT"] = "PCOUNT", ["ZGCOUNT"] = "GCOUNT", ["ZHECKSUM"] = "CHECKSUM", ["ZDATASUM"] = "DATASUM",
    };

    private static readonly HashSet<string> s_ofTheTable = new(StringComparer.Ordinal)
    {
        "XTENSION", "BITPIX", "NAXIS", "PCOUNT", "GCOUNT", "TFIELDS", "THEAP", "CHECKSUM", "DATASUM",
        "ZIMAGE", "ZCMPTYPE", "ZMASKCMP", "ZQUANTIZ", "ZDITHER0", "ZSCALE", "ZZERO", "ZBLANK",
    };

    private static readonly string[] s_numberedOfTheTable =
    [
        "NAXIS", "TTYPE", "TFORM", "TUNIT", "TNULL", "TSCAL", "TZERO", "TDISP", "TDIM", "ZTILE", "ZNAME", "ZVAL",
    ];

    /// <summary>True if a primary header says nothing about an observation, as the one that fpack writes before the compressed image.</summary>
    public static bool IsStub(FitsHeader primary)
    {
        foreach (HeaderCard card in primary.Cards)
        {
            if (card.Value.Kind != HeaderValueKind.None && !s_ofThePrimaryStub.Contains(card.Keyword))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if a header is of a table that holds a compressed image.</summary>
    public static bool IsIn(FitsHeader header) => header.TryGet("ZIMAGE", out HeaderCard? card) && card.Value is { Kind: HeaderValueKind.Logical, Text: "T" };

    /// <summary>
    /// The image's header, its mandatory keywords first. The cards keep the numbers they have in the table's header. Where that doesn't tell whether
    /// the image was a primary or an extension, the SIMPLE of the stub directly before it, if there is one, stands in.
    /// </summary>
    public static FitsHeader Restore(FitsHeader table, FitsHeader? stub)
    {
        List<HeaderCard> mandatory = [];
        List<HeaderCard> others = [];
        foreach (HeaderCard card in table.Cards)
        {
            if (OriginalName(card.Keyword) is { } name)
            {
                (RankOf(name) < int.MaxValue ? mandatory : others).Add(card.WithKeyword(name));
            }
            else if (!IsOfTheTable(card))
            {
                others.Add(card);
            }
        }

        if (!mandatory.Exists(c => RankOf(c.Keyword) == 0) && stub is not null && stub.TryGet("SIMPLE", out HeaderCard? simple))
        {
            mandatory.Add(simple);
        }

        return FitsHeader.FromCards([.. mandatory.OrderBy(c => RankOf(c.Keyword)), .. others], table.Issues);
    }

    private static string? OriginalName(string keyword) => s_originalNames.TryGetValue(keyword, out string? name)
        ? name
        : IsNumbered(keyword, "ZNAXIS") ? keyword[1..] : null;

    private static bool IsOfTheTable(HeaderCard card) =>
        s_ofTheTable.Contains(card.Keyword)
        || Array.Exists(s_numberedOfTheTable, stem => IsNumbered(card.Keyword, stem))
        || (card.Keyword is "EXTNAME" && card.Value.Text is "COMPRESSED_IMAGE");

    private static bool IsNumbered(string keyword, string stem) =>
        keyword.Length > stem.Length && keyword.StartsWith(stem, StringComparison.Ordinal) && keyword.AsSpan(stem.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The place of a mandatory keyword; the largest integer for every other.</summary>
    private static int RankOf(string keyword) => keyword switch
    {
        "SIMPLE" or "XTENSION" => 0,
        "BITPIX" => 1,
        "NAXIS" => 2,
        _ when IsNumbered(keyword, "NAXIS") && int.TryParse(keyword.AsSpan(5), CultureInfo.InvariantCulture, out int axis) => 2 + axis,
        "PCOUNT" => 2000,
        "GCOUNT" => 2001,
        _ => int.MaxValue,
    };
}
