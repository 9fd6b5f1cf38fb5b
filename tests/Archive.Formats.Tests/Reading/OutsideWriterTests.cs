using Archive.Formats.Fits.Reading;
using Archive.Formats.Tests.Readers;

namespace Archive.Formats.Tests.Reading;

/// <summary>Tables that astropy and STILTS wrote: what our reader understood, written anew, is to astropy value by value what the document itself is to it.</summary>
public sealed class OutsideWriterTests(OutsideDocuments documents) : IClassFixture<OutsideDocuments>
{
    [SkippableTheory]
    [InlineData("tabledata.vot")]
    [InlineData("binary.vot")]
    [InlineData("binary2.vot")]
    [InlineData("odd-tabledata.vot")]
    [InlineData("odd-binary.vot")]
    [InlineData("odd-binary2.vot")]
    [InlineData("plain.fits")]
    [InlineData("ascii.fits")]
    [InlineData("own.fits", "fits")]
    public void Astropys_documents_are_read_as_astropy_reads_them(string name, string format = "votable")
    {
        Skip.IfNot(AstropyTests.IsInstalled.Value, "needs astropy for " + OutsideDocuments.Python);
        using var loaded = Read(documents.Astropys(name));
        OutsideDocuments.HoldSame(documents.Astropys(name), loaded, format);
    }

    [SkippableTheory]
    [InlineData("plain.fits", "votable-tabledata")]
    [InlineData("plain.fits", "votable-binary-inline")]
    [InlineData("plain.fits", "votable-binary2-inline")]
    [InlineData("plain.fits", "votable-fits-inline")]
    [InlineData("plain.fits", "fits-basic")]
    [InlineData("plain.fits", "fits-plus")]
    [InlineData("own.fits", "votable-tabledata")]
    [InlineData("own.fits", "votable-binary-inline")]
    [InlineData("own.fits", "votable-binary2-inline")]
    [InlineData("own.fits", "votable-fits-inline")]
    [InlineData("own.fits", "fits-var")]
    public void Stilts_documents_are_read_as_astropy_reads_them(string source, string format)
    {
        Skip.IfNot(AstropyTests.IsInstalled.Value, "needs astropy for " + OutsideDocuments.Python);
        Skip.IfNot(StiltsTests.IsInstalled.Value, "needs stilts");
        using var loaded = Read(documents.Stilts(source, format));
        // In FITS within a VOTable STILTS fills up arrays of any length to the longest, as it does in its plain FITS.
        OutsideDocuments.HoldSame(format == "votable-fits-inline" ? documents.Stilts(source, "fits-basic") : documents.Astropys(source), loaded, "fits");
    }

    /// <summary>Files that others test their readers with.</summary>
    [SkippableTheory]
    [InlineData("astrogo/file001.fits", 1)]
    [InlineData("astrogo/swp06542llg.fits", 1)]
    [InlineData("astropy/ascii_i4-i20.fits", 1)]
    [InlineData("astropy/chandra_time.fits", 1)]
    [InlineData("astropy/checksum.fits", 1)]
    [InlineData("astropy/memtest.fits", 1)]
    [InlineData("astropy/stddata.fits", 1)]
    [InlineData("astropy/stddata.fits", 2)]
    [InlineData("astropy/table.fits", 1)]
    [InlineData("astropy/tb.fits", 1)]
    [InlineData("astropy/theap-gap.fits", 1)]
    [InlineData("astropy/variable_length_table.fits", 1)]
    [InlineData("astropy/zerowidth.fits", 1)]
    [InlineData("astropy/zerowidth.fits", 2)]
    [InlineData("astropy/zerowidth.fits", 3)]
    [InlineData("astropy/zerowidth.fits", 4)]
    [InlineData("astropy/zerowidth.fits", 5)]
    [InlineData("nom-tam/issue49test.fits", 1)]
    [InlineData("nom-tam/test_i10.fits", 1)]
    public void Odd_FITS_tables_are_read_as_astropy_reads_them(string name, int extension)
    {
        var path = SharedData.Require("corpora/fits/nasty/" + name);
        Skip.IfNot(AstropyTests.IsInstalled.Value, "needs astropy for " + OutsideDocuments.Python);
        using var loaded = LoadedTable.Of(limits => FitsTableReader.Open(new MemoryStream(File.ReadAllBytes(path)), limits, extension));
        OutsideDocuments.HoldSame(FormattableString.Invariant($"{path}:{extension}"), loaded);
    }

    private static LoadedTable Read(string path) => LoadedTable.Of(File.ReadAllBytes(path));
}
