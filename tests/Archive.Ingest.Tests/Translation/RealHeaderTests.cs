using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

public class RealHeaderTests
{
    private const string Keck = "corpora/fits/real/keck";

    /// <summary>A raw HIRES primary header of 2009: 722 cards, numbers in quotes, nine keywords twice.</summary>
    [SkippableTheory]
    [InlineData("koaid", "HI.20090831.22785.fits")]
    [InlineData("filehand", "/koadata4/HIRES/20090831/lev0/HI.20090831.22785.fits")]
    [InlineData("date_obs", "2009-08-31")]
    [InlineData("ut", "06:19:45.60")]
    [InlineData("ut_end", "06:19:51.81")]
    [InlineData("utdatetime", "2009-08-31T06:19:45.600000")]
    [InlineData("date_ut", "2009-08-31T06:19:52")]
    [InlineData("date_beg", "2009-08-31T06:19:45")]
    [InlineData("koaimtyp", "object")]
    [InlineData("semester", "2009B")]
    [InlineData("semid", null)]
    [InlineData("ofname", "j760279.fits")]
    [InlineData("frameno", "279")]
    [InlineData("targname", "Ganymede [ L1]")]
    [InlineData("cra", "21:30:35.12")]
    [InlineData("cdec", "-15:53:48.4")]
    [InlineData("equinox", "2000")]
    [InlineData("frame", "FK5")]
    [InlineData("mjd", "55074.263741")]
    [InlineData("az", "126.54")]
    [InlineData("el", "34.16")]
    [InlineData("airmass", "1.78")]
    [InlineData("skypa", "306.9616")]
    [InlineData("telescop", "Keck I")]
    [InlineData("instrume", "HIRES: High Resolution Echelle Spectrometer")]
    [InlineData("ttime", "500")]
    [InlineData("elaptime", "5")]
    [InlineData("exptime", "3.01559997")]
    [InlineData("iodin", "F")]
    [InlineData("iodout", "T")]
    [InlineData("deckname", "B1")]
    [InlineData("xdispers", "RED")]
    [InlineData("eramode", "B, G, R")]
    [InlineData("mosmode", "B, G, R")]
    [InlineData("keepprep", "true")]
    [InlineData("erasline", "F")]
    [InlineData("binning", "3,1")]
    [InlineData("ccdsum", "3 1")]
    [InlineData("bitpix", "-32")]
    [InlineData("simple", "T")]
    [InlineData("sig2nois", null)]
    [InlineData("progid", null)]
    public void Every_kind_of_column_comes_out_of_a_real_header(string column, string? expected) =>
        Assert.Equal(expected, Translate($"{Keck}/hires_ganymede_rj76.279.fits").Text(column));

    /// <summary>The same header through astropy and KOA's keyword table: each keyword that has a column has the same value there.</summary>
    [SkippableFact]
    public void Every_keyword_gives_the_value_that_astropy_reads()
    {
        var result = Translate($"{Keck}/hires_ganymede_rj76.279.fits");
        var cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "hires-ganymede.tsv")).Where(line => !line.StartsWith('#')).Skip(1).ToArray();
        Assert.Equal(269, cases.Length);
        foreach (var fields in cases.Select(line => line.Split('\t')))
        {
            var value = result.Value(fields[0]);
            var text = value.Kind == FieldKind.Real && value.Real == double.Parse(fields[1], CultureInfo.InvariantCulture) ? fields[1] : value.ToString();
            Assert.Equal((fields[0], fields[1]), (fields[0], text));
        }
    }

    [SkippableFact]
    public void Its_position_is_that_of_its_sexagesimal_text()
    {
        var result = Translate($"{Keck}/hires_ganymede_rj76.279.fits");
        var raDegrees = 15 * (21 + (30 / 60.0) + (35.12 / 3600));
        var decDegrees = -(15 + (53 / 60.0) + (48.4 / 3600));
        foreach (var (column, expected) in (ReadOnlySpan<(string, double)>)[("ra", raDegrees), ("ra2000", raDegrees), ("dec", decDegrees), ("dec2000", decDegrees)])
            Assert.Equal(expected, result.Value(column).Real, 1e-12);
        Assert.Equal(-43.750375, result.Value("ha_d").Real, 1e-9);
    }

    [SkippableFact]
    public void What_is_odd_about_it_is_what_a_person_would_find_odd()
    {
        var issues = Translate($"{Keck}/hires_ganymede_rj76.279.fits").Issues;
        Assert.Equal(["KEEPPREP", ""], issues.Select(issue => issue.Keyword));
        Assert.Equal([TranslationIssueCode.UnknownValue, TranslationIssueCode.RequiredValueMissing], issues.Select(issue => issue.Code));
    }

    [SkippableFact]
    public void Its_tile_compressed_form_gives_the_same_row()
    {
        var plain = Translate($"{Keck}/hires_ganymede_rj76.279.fits").Record!;
        var compressed = Translate($"{Keck}/hires_ganymede_rj76.279.fits.fz").Record!;
        Assert.Equal(plain.Values.ToArray(), compressed.Values.ToArray());
    }

    [SkippableFact]
    public void Files_of_other_observatories_are_refused_with_their_name()
    {
        var refusal = Translate("corpora/fits/real/other/linetools_UM184_nF.fits").Refusal!;
        Assert.Equal(TranslationRefusalCode.UnknownInstrument, refusal.Code);
        Assert.StartsWith("INSTRUME is 'MagE': no definition for this instrument; known: HIRES, ", refusal.Message, StringComparison.Ordinal);
    }

    private static TranslationResult Translate(string path)
    {
        var reading = HeaderSource.Open(Path.IsPathRooted(path) ? path : SharedData.Require(path));
        Assert.True(reading.IsRead, reading.Refusal?.Message);
        return InstrumentRegistry.Translate(reading.Header);
    }
}
