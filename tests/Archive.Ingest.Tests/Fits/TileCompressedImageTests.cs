using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>FITS 4.0, section 10.1.1: the keywords under which a compressed image keeps those of the original.</summary>
public sealed class TileCompressedImageTests
{
    [Fact]
    public void The_image_header_comes_back_in_its_order_and_without_the_table()
    {
        HeaderReading reading = Read(Stub().ToBlocks(), Table().Logical("ZSIMPLE", true).ToBlocks());

        Assert.Equal((HeaderForm.TileCompressed, 1), (reading.Form, reading.Hdu));
        Assert.Equal(
            ["SIMPLE=T", "BITPIX=16", "NAXIS=2", "NAXIS1=7", "NAXIS2=5", "OBJECT=M 31", "EXTEND=T", "CHECKSUM=before"],
            reading.Header!.Cards.Select(c => $"{c.Keyword}={c.Value.Text}"));
        Assert.Empty(reading.Header.Issues);
    }

    [Fact]
    public void Without_ZSIMPLE_the_stub_says_what_it_was()
    {
        HeaderReading reading = Read(Stub().ToBlocks(), Table().ToBlocks());

        Assert.Equal("SIMPLE", reading.Header!.Cards[0].Keyword);
        Assert.Equal("BITPIX", reading.Header.Cards[1].Keyword);
    }

    [Fact]
    public void A_primary_header_that_describes_the_observation_is_the_one()
    {
        HeaderReading reading = Read(Stub().Text("OBJECT", "in the primary").ToBlocks(), Table().ToBlocks());

        Assert.Equal(HeaderForm.Primary, reading.Form);
        Assert.True(reading.Header!.TryGet("OBJECT", out HeaderCard? card));
        Assert.Equal("in the primary", card.Value.Text);
    }

    [Fact]
    public void A_table_that_is_no_image_leaves_the_primary_header()
    {
        byte[] table = new FitsHeaderWriter().Text("XTENSION", "BINTABLE").Integer("BITPIX", 8).Integer("NAXIS", 0).Integer("PCOUNT", 0).Integer("GCOUNT", 1).Logical("ZIMAGE", false).ToBlocks();

        Assert.Equal(HeaderForm.Primary, Read(Stub().ToBlocks(), table).Form);
    }

    private static FitsHeaderWriter Stub() => new FitsHeaderWriter()
        .Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0).Logical("EXTEND", true).Commentary("COMMENT", "nothing to see here");

    private static FitsHeaderWriter Table() => new FitsHeaderWriter()
        .Text("XTENSION", "BINTABLE").Integer("BITPIX", 8).Integer("NAXIS", 2).Integer("NAXIS1", 8).Integer("NAXIS2", 0).Integer("PCOUNT", 0).Integer("GCOUNT", 1)
        .Integer("TFIELDS", 1).Text("TTYPE1", "COMPRESSED_DATA").Text("TFORM1", "1PB(28)").Text("EXTNAME", "COMPRESSED_IMAGE")
        .Logical("ZIMAGE", true).Text("ZCMPTYPE", "RICE_1").Integer("ZTILE1", 7).Text("ZNAME1", "BLOCKSIZE").Integer("ZVAL1", 32)
        .Integer("ZNAXIS2", 5).Integer("ZNAXIS1", 7).Integer("ZNAXIS", 2).Integer("ZBITPIX", 16)
        .Text("OBJECT", "M 31").Logical("ZEXTEND", true).Text("CHECKSUM", "of the table").Text("ZHECKSUM", "before");

    private static HeaderReading Read(params byte[][] parts) => HeaderSource.Read(new MemoryStream([.. parts.SelectMany(p => p)]), "packed.fits.fz");
}
