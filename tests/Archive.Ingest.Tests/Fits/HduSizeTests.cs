using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>FITS 4.0: equation 1 (4.4.1.1), equation 2 (4.4.1.2), equation 4 (6.1).</summary>
public sealed class HduSizeTests
{
    [Theory]
    [InlineData("no axes", "BITPIX=8 NAXIS=0", 0L)]
    [InlineData("an image", "BITPIX=16 NAXIS=2 NAXIS1=50 NAXIS2=40", 4000L)]
    [InlineData("an empty axis", "BITPIX=-64 NAXIS=3 NAXIS1=100 NAXIS2=0 NAXIS3=100", 0L)]
    [InlineData("an empty axis among monsters", "BITPIX=64 NAXIS=3 NAXIS1=9223372036854775807 NAXIS2=9223372036854775807 NAXIS3=0", 0L)]
    [InlineData("PCOUNT means nothing in a primary image", "BITPIX=8 NAXIS=1 NAXIS1=10 PCOUNT=7 GCOUNT=3", 10L)]
    [InlineData("random groups", "BITPIX=-32 NAXIS=3 NAXIS1=0 NAXIS2=3 NAXIS3=4 GROUPS=T PCOUNT=2 GCOUNT=10", 560L)]
    [InlineData("groups without GROUPS = T are an empty image", "BITPIX=-32 NAXIS=3 NAXIS1=0 NAXIS2=3 NAXIS3=4 GROUPS=F PCOUNT=2 GCOUNT=10", 0L)]
    [InlineData("an extension of no known type", "XTENSION='FOOBAR' BITPIX=-32 NAXIS=2 NAXIS1=10 NAXIS2=5 PCOUNT=7 GCOUNT=3", 684L)]
    [InlineData("a heap without rows", "XTENSION='BINTABLE' BITPIX=8 NAXIS=2 NAXIS1=16 NAXIS2=0 PCOUNT=100 GCOUNT=1", 100L)]
    [InlineData("four exabytes are possible", "BITPIX=8 NAXIS=1 NAXIS1=4000000000000000000", 4000000000000000000L)]
    [InlineData("2^67 bytes are not", "BITPIX=-64 NAXIS=2 NAXIS1=4294967296 NAXIS2=4294967296", null)]
    [InlineData("nor 2^192", "BITPIX=8 NAXIS=3 NAXIS1=9223372036854775807 NAXIS2=9223372036854775807 NAXIS3=9223372036854775807", null)]
    [InlineData("nor 2^126 groups", "XTENSION='X' BITPIX=8 NAXIS=1 NAXIS1=9223372036854775807 PCOUNT=9223372036854775807 GCOUNT=9223372036854775807", null)]
    [InlineData("a number beyond 64 bits", "BITPIX=8 NAXIS=1 NAXIS1=99999999999999999999", null)]
    [InlineData("a negative axis", "BITPIX=16 NAXIS=1 NAXIS1=-10", null)]
    [InlineData("a negative heap", "XTENSION='X' BITPIX=16 NAXIS=1 NAXIS1=10 PCOUNT=-1 GCOUNT=1", null)]
    [InlineData("an axis that is not given", "BITPIX=16 NAXIS=2 NAXIS1=10", null)]
    [InlineData("more axes than the standard has", "BITPIX=16 NAXIS=1000 NAXIS1=10", null)]
    [InlineData("no NAXIS", "BITPIX=16", null)]
    [InlineData("a BITPIX of 24", "BITPIX=24 NAXIS=1 NAXIS1=10", null)]
    public void The_size_of_the_data_follows_from_the_header(string what, string keywords, long? expected)
    {
        bool isPrimary = !keywords.StartsWith("XTENSION", StringComparison.Ordinal);
        IEnumerable<string> cards = keywords.Split(' ').Select(k => k.Split('=')).Select(k => $"{k[0],-8}= {k[1],20}");
        byte[] file = Blocks([.. isPrimary ? ["SIMPLE  =                    T"] : Array.Empty<string>(), .. cards]);

        using FitsReader reader = new(new MemoryStream(file));
        FitsHdu? hdu = reader.ReadNext();

        Assert.True(hdu is not null, what);
        Assert.Equal(expected, hdu.DataLength);
        Assert.Equal(expected is null, hdu.Header.Issues.Any(i => i.Code is IssueCode.ImpossibleDataSize or IssueCode.MandatoryKeyword && i.CardNumber != 1));
        Assert.Null(reader.ReadNext());
    }

    private static byte[] Blocks(IEnumerable<string> cards)
    {
        FitsHeaderWriter writer = new();
        foreach (string card in cards)
        {
            writer.Card(card);
        }

        return writer.ToBlocks();
    }
}
