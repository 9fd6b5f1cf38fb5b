using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

/// <summary>Real headers of Keck instruments other than HIRES, and rows that the observatory's own pipeline wrote of two more.</summary>
public class KeckHeaderTests
{
    private const string Keck = "corpora/fits/real/keck/", Other = "corpora/fits/real/other/", Rows = "corpora/koa/koa_metadata_tables/";

    [SkippableTheory]
    [InlineData(Keck + "hires_ganymede_rj76.279.fits", "koa_hires", "HI.20090831.22785.fits", "2009-08-31T06:19:45.600000", "object", 5.0)]
    [InlineData(Keck + "hires_ganymede_rj76.279.fits.fz", "koa_hires", "HI.20090831.22785.fits", "2009-08-31T06:19:45.600000", "object", 5.0)]
    [InlineData(Keck + "nirc2_dark_256_264_2_16_0.018_1.fits", "koa_nirc2", "N2.20220526.64087.12.fits", "2022-05-26T17:48:07.120000", "dark", 0.018)]
    [InlineData(Keck + "nirc2_dark_256_264_2_16_0.018_1.fits.gz", "koa_nirc2", "N2.20220526.64087.12.fits", "2022-05-26T17:48:07.120000", "dark", 0.018)]
    [InlineData(Keck + "nirc2_dark_512_512_2_16_0.053_50.fits", "koa_nirc2", null, null, "dark", 2.65)]
    [InlineData(Keck + "nirc2_flat_512_512_narrow_Kp+clear.fits", "koa_nirc2", "N2.20220619.61758.16.fits", "2022-06-19T17:09:18.160000", "flatlamp", 45.0)]
    [InlineData(Keck + "kpf_text/KPF_Data_Tutorial_L0_and_2D_1.txt", "koa_kpf", "KP.20240422.28832.82.fits", "2024-04-22T08:00:32.820000", null, 600.068)]
    [InlineData(Keck + "kpf_text/KPF_Data_Tutorial_L2_1.txt", "koa_kpf", "KP.20230110.16623.57.fits", "2023-01-10T04:37:03.570000", null, 30.0)]
    [InlineData(Other + "linetools_PH957_f.fits", "koa_esi", "ES.20000804.48270.fits", "2000-08-04T13:24:30.340000", null, 900.0)]
    public void A_header_goes_to_the_table_of_its_instrument(string path, string table, string? koaId, string? start, string? imageType, double? elapsedSeconds)
    {
        var result = Translate(path);

        Assert.True(result.IsTaken, result.Refusal?.Message);
        Assert.Equal(table, result.Record.Table.Name);
        if (koaId is not null) Assert.Equal((koaId, start![..10], start), (result.Record.KoaId, Text(result, "date_obs"), Text(result, "utdatetime")));
        Assert.Equal(imageType, Text(result, "koaimtyp"));
        Assert.Equal(elapsedSeconds, Text(result, "elaptime") is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null);
        Assert.Matches($"^/koadata[0-9]+/{table[4..].ToUpperInvariant()}/{result.Record.UtDate:yyyyMMdd}/lev0/{System.Text.RegularExpressions.Regex.Escape(result.Record.KoaId)}$", Text(result, "filehand"));
    }

    /// <summary>Of every file of the corpus: the identifier that the archive itself gave agrees with the time that ours is computed of.</summary>
    [SkippableFact]
    public void Identifiers_that_headers_have_name_the_second_that_is_read_from_them()
    {
        var checkedFiles = 0;
        foreach (var path in Directory.GetFiles(SharedData.Require(Keck), "nirc2*"))
        {
            var header = HeaderSource.Open(path).Header!;
            var named = header.TryGet("KOAID", out var card) ? card.Value.Text : "";
            var computed = InstrumentRegistry.Translate(Without(header, "KOAID"));
            Assert.Equal((path, named[..17]), (path, computed.Record!.KoaId[..17]));
            Assert.Equal(named, InstrumentRegistry.Translate(header).Record!.KoaId);
            checkedFiles++;
        }

        Assert.Equal(11, checkedFiles);
    }

    [SkippableTheory]
    [InlineData("KB.20190509.07554.57", "koa_kcwi", "bias", "2019A_C257", "2019-05-09T02:05:54.570000", 58)]
    [InlineData("NR.20190615.12571.36", "koa_nires", "domeflat", "2019A_C272", "2019-06-15T03:29:31.360000", 58)]
    public void A_row_of_the_observatory_comes_out_of_its_keywords_again(string id, string table, string imageType, string programme, string start, double raDegrees)
    {
        var row = Row(SharedData.Require($"{Rows}{id}.metadata.table"));
        var whole = InstrumentRegistry.Translate(HeaderOf(row));
        var raw = InstrumentRegistry.Translate(HeaderOf(row.Where(pair => pair.Key != "KOAID")));

        Assert.Equal((id + ".fits", table), (whole.Record!.KoaId, whole.Record.Table.Name));
        Assert.Equal(id[..17] + ".fits", raw.Record!.KoaId);
        Assert.Equal((imageType, programme, start), (Text(whole, "koaimtyp"), Text(whole, "semid"), Text(whole, "utdatetime")));
        Assert.Equal(raDegrees, double.Parse(Text(whole, "ra")!, System.Globalization.CultureInfo.InvariantCulture), 1e-9);
        Assert.DoesNotContain(whole.Issues, issue => issue.Code is TranslationIssueCode.MjdOfAnotherDate or TranslationIssueCode.IdentifierOfAnotherDate);
        foreach (var (keyword, text) in row.Where(pair => pair.Key is not ("RA" or "DEC")))
        {
            if (whole.Record.Table.FindColumn(keyword) is not { } column) continue;
            var value = whole.Record[whole.Record.Table.Columns.IndexOf(column)];
            if (value.Kind == FieldKind.Real) Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), value.Real, 12);
            else if (value.Kind is FieldKind.Text or FieldKind.Integer && keyword != "KOAID") Assert.Equal((keyword, text), (keyword, value.ToString()));
        }
    }

    /// <summary>The templates of LRIS' new detector have neither instrument nor date.</summary>
    [SkippableFact]
    public void A_template_that_names_no_instrument_is_refused()
    {
        foreach (var path in Directory.GetFiles(SharedData.Require(Keck), "lris*")) Assert.Equal(TranslationRefusalCode.NoInstrument, Translate(path).Refusal!.Code);
    }

    [Theory]
    [InlineData("INSTRUME= 'LRIS'", "LR.20150424.44113.fits", "koa_lris")]
    [InlineData("INSTRUME= 'LRISBLUE'", "LB.20150424.44113.fits", "koa_lris")]
    [InlineData("INSTRUME= 'LRISpBLUE'", "LB.20150424.44113.fits", "koa_lris")]
    [InlineData("INSTRUME= 'DEIMOS'", "DE.20150424.44113.fits", "koa_deimos")]
    [InlineData("INSTRUME= 'DEIMOS'|OUTDIR  = '/s/sdata1001/deimos1/2015apr24/fcs'", "DF.20150424.44113.fits", "koa_deimos")]
    [InlineData("INSTRUME= 'KCWI'|CAMERA  = 'BLUE'", "KB.20150424.44113.fits", "koa_kcwi")]
    [InlineData("INSTRUME= 'KCWI'|CAMERA  = 'RED'", "KR.20150424.44113.fits", "koa_kcwi")]
    [InlineData("INSTRUME= 'KCWI'|CAMERA  = 'fpc'", "KF.20150424.44113.fits", "koa_kcwi")]
    [InlineData("INSTRUME= 'NIRES'|INSTR   = 'imag'", "NI.20150424.44113.fits", "koa_nires")]
    [InlineData("INSTRUME= 'NIRSPEC'|CAMERA  = 'SCAM'", "NC.20150424.44113.fits", "koa_nirspec")]
    [InlineData("INSTRUME= 'NIRSPAO'|CAMERA  = 'SPEC'", "NS.20150424.44113.fits", "koa_nirspec")]
    [InlineData("INSTRUME= 'OSIRIS'|INSTR   = 'spec'", "OS.20150424.44113.fits", "koa_osiris")]
    [InlineData("INSTRUME= 'OSIRIS'|INSTR   = 'imag'", "OI.20150424.44113.fits", "koa_osiris")]
    [InlineData("INSTRUME= 'MOSFIRE'", "MF.20150424.44113.fits", "koa_mosfire")]
    [InlineData("INSTRUME= 'KPF'", "KP.20150424.44113.05.fits", "koa_kpf")]
    [InlineData("CURRINST= 'NIRC2'", "N2.20150424.44113.fits", "koa_nirc2")]
    [InlineData("CURRINST= 'NIRC2'|CAMNAME = 'nirc2'|IQLPOS  = 'OUT'|KOAID   = 'K2.20150424.44113.fits'", "K2.20150424.44113.fits", "koa_guider")]
    [InlineData("INSTRUME= 'NIRC'|KOAID   = 'N1.20150424.44113.fits'", "N1.20150424.44113.fits", "koa_nirc")]
    public void Each_instrument_and_camera_has_its_prefix(string cards, string koaId, string table)
    {
        var result = InstrumentRegistry.Translate(FitsHeader.FromCards([.. cards.Split('|'), "DATE-OBS= '2015-04-24'", "UT      = '12:15:13.05'"]));
        Assert.Equal((koaId, table), (result.Record?.KoaId, result.Record?.Table.Name));
    }

    [Theory]
    [InlineData("INSTRUME= 'LWS'")]
    [InlineData("INSTRUME= 'KCWI'")]
    [InlineData("INSTRUME= 'KCWI'|CAMERA  = 'GREEN'")]
    [InlineData("CAMNAME = 'nirc2'|IQLPOS  = 'OUT'")]
    [InlineData("INSTRUME= 'LWS'|KOAID   = 'LWS.1.2'")]
    public void An_identifier_that_cannot_be_computed_is_not_invented(string cards) =>
        Assert.Equal(TranslationRefusalCode.NoIdentifier, InstrumentRegistry.Translate(FitsHeader.FromCards([.. cards.Split('|'), "DATE-OBS= '2015-04-24'", "UT      = '12:15:13.05'"])).Refusal?.Code);

    [Theory]
    [InlineData("ELAPTIME=  7.5", "7.5")]
    [InlineData("TRUITIME=  1.5|COADDS  =  4", "6")]
    [InlineData("ELAPTIME=  7.5|TRUITIME=  1.5|COADDS  =  4", "7.5")]
    [InlineData("TRUITIME=  1.5", null)]
    [InlineData("EQUINOX =  2000", null)]
    public void A_product_of_two_keywords_stands_in_for_one(string cards, string? expected)
    {
        var result = InstrumentRegistry.Translate(FitsHeader.FromCards([.. cards.Split('|'), "INSTRUME= 'MOSFIRE'", "DATE-OBS= '2015-04-24'", "UT      = '12:15:13.05'"]));
        Assert.Equal(expected, Text(result, "elaptime"));
    }

    private static string? Text(TranslationResult result, string column)
    {
        var value = result.Record![result.Record.Table.Columns.IndexOf(result.Record.Table.FindColumn(column)!)];
        return value.IsNull ? null : value.ToString();
    }

    private static TranslationResult Translate(string path) => InstrumentRegistry.Translate(HeaderSource.Open(SharedData.Require(path)).Header!);

    private static FitsHeader Without(FitsHeader header, string keyword) =>
        HeaderOf(header.Cards.Where(card => card.Keyword != keyword && card.Value.Kind != HeaderValueKind.None).Select(card => KeyValuePair.Create(card.Keyword, card.Value.Text)));

    /// <summary>The values of the only row of a table in IPAC's form, null ones left out.</summary>
    private static Dictionary<string, string> Row(string path)
    {
        var lines = File.ReadAllLines(path);
        var bars = lines[0].Select((character, place) => (character, place)).Where(found => found.character == '|').Select(found => found.place).ToArray();
        return bars.Zip(bars.Skip(1)).Select(pair => (Name: lines[0][(pair.First + 1)..pair.Second].Trim(), Value: lines[4][(pair.First + 1)..pair.Second].Trim()))
            .Where(cell => cell.Value is not ("" or "null")).ToDictionary(cell => cell.Name, cell => cell.Value);
    }

    private static FitsHeader HeaderOf(IEnumerable<KeyValuePair<string, string>> row) =>
        FitsHeader.FromCards(row.Where(pair => pair.Key.Length <= 8).Select(pair => $"{pair.Key,-8}= '{pair.Value.Replace("'", "''", StringComparison.Ordinal)}'").Where(card => card.Length <= FitsHeader.CardLength));
}
