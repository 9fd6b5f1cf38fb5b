using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>FITS 4.0, sections 4.2 (fixed format), 4.4.1.1 and 4.4.1.2 (which keywords, in which order).</summary>
public sealed class MandatoryKeywordTests
{
    private const string Simple = "SIMPLE  =                    T", Image = "XTENSION= 'IMAGE   '", Bitpix = "BITPIX  =                    8", NoAxis = "NAXIS   =                    0",
        Pcount = "PCOUNT  =                    0", Gcount = "GCOUNT  =                    1";

    [Theory]
    [InlineData("all in place", "", Simple, Bitpix, NoAxis)]
    [InlineData("a tight comment", "", Simple, "BITPIX  =                    8/bits", NoAxis)]
    [InlineData("free format", "FreeFormatMandatory 2", Simple, "BITPIX  = 8", NoAxis)]
    [InlineData("beyond byte 30", "FreeFormatMandatory 3", Simple, Bitpix, "NAXIS   =                     0")]
    [InlineData("SIMPLE in free format", "FreeFormatMandatory 1", "SIMPLE  = T", Bitpix, NoAxis)]
    [InlineData("no BITPIX", "MandatoryKeyword 2", Simple, NoAxis, "OBJECT  = 'x'")]
    [InlineData("NAXIS before BITPIX", "MandatoryKeyword 2", Simple, NoAxis, Bitpix)]
    [InlineData("an axis too few", "MandatoryKeyword 4", Simple, Bitpix, "NAXIS   =                    1", "OBJECT  = 'x'", "NAXIS1  =                    0")]
    [InlineData("not SIMPLE", "NotSimple 1", "SIMPLE  =                    F", Bitpix, NoAxis)]
    public void A_primary_header_begins_as_it_must(string what, string expected, params string[] cards) => AssertIssues(what, expected, 0, Header(cards));

    [Theory]
    [InlineData("all in place", "", Image, Bitpix, NoAxis, Pcount, Gcount)]
    [InlineData("no GCOUNT", "MandatoryKeyword 5", Image, Bitpix, NoAxis, Pcount)]
    [InlineData("neither", "MandatoryKeyword 4", Image, Bitpix, NoAxis)]
    [InlineData("GCOUNT first", "MandatoryKeyword 4", Image, Bitpix, NoAxis, Gcount, Pcount)]
    [InlineData("a name that begins late", "FreeFormatMandatory 1", "XTENSION=   'IMAGE   '", Bitpix, NoAxis, Pcount, Gcount)]
    public void So_does_an_extension(string what, string expected, params string[] cards) => AssertIssues(what, expected, 1, [.. Header([Simple, Bitpix, NoAxis]), .. Header(cards)]);

    private static void AssertIssues(string what, string expected, int hdu, byte[] file)
    {
        using FitsReader reader = new(new MemoryStream(file));
        FitsHeader header = reader.ReadNext()!.Header;
        for (int i = 0; i < hdu; i++)
        {
            header = reader.ReadNext()!.Header;
        }

        string found = string.Join(' ', header.Issues.Where(i => i.Code is IssueCode.MandatoryKeyword or IssueCode.FreeFormatMandatory or IssueCode.NotSimple)
            .Where(i => i.CardNumber > 0).Select(i => $"{i.Code} {i.CardNumber}").Distinct());
        Assert.True(expected == found, $"{what}: '{found}'");
    }

    private static byte[] Header(string[] cards)
    {
        FitsHeaderWriter writer = new();
        foreach (string card in cards)
        {
            writer.Card(card);
        }

        return writer.ToBlocks();
    }
}
