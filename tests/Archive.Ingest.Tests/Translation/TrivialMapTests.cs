using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

public class TrivialMapTests
{
    [Theory]
    [InlineData("AUTOSHUT", "T", "autoshut", "T")]
    [InlineData("AUTOSHUT", "F", "autoshut", "F")]
    [InlineData("ERASLINE", "0", "erasline", "0")]
    [InlineData("KEEPPREP", "'true    '", "keepprep", "true")]
    [InlineData("OBJECT", "'  two  words '", "object", "  two  words")]
    [InlineData("ERAMODE", "'B, G, R '", "eramode", "B, G, R")]
    [InlineData("OBJECT", "42", "object", "42")]
    [InlineData("OBJECT", "''", "object", null)]
    [InlineData("OBJECT", "'    '", "object", null)]
    [InlineData("OBJECT", "", "object", null)]
    [InlineData("OBJECT", "'NaN'", "object", null)]
    [InlineData("OBJECT", "'-NaN'", "object", null)]
    [InlineData("OBJECT", "'#### Error ###'", "object", null)]
    [InlineData("OBJECT", "'null'", "object", null)]
    [InlineData("OBJECT", "'NaN star'", "object", "NaN star")]
    [InlineData("OBJECT", "'undefined'", "object", "undefined")]
    [InlineData("FRAMENO", "279", "frameno", "279")]
    [InlineData("FRAMENO", "'279     '", "frameno", "279")]
    [InlineData("FRAMENO", "1.", "frameno", "1")]
    [InlineData("FRAMENO", "'1.'", "frameno", "1")]
    [InlineData("FRAMENO", "2147483647", "frameno", "2147483647")]
    [InlineData("XDRAW", "-1357", "xdraw", "-1357")]
    [InlineData("AIRMASS", "'1.78    '", "airmass", "1.78")]
    [InlineData("AIRMASS", "1", "airmass", "1")]
    [InlineData("AIRMASS", "1.5D0", "airmass", "1.5")]
    [InlineData("AIRMASS", "NaN", "airmass", null)]
    [InlineData("MJD", "'55074.263741'", "mjd", "55074.263741")]
    [InlineData("DATE", "'2009-08-31T06:19:52'", "date_ut", "2009-08-31T06:19:52")]
    [InlineData("RA", "'21:30:35.12'", "cra", "21:30:35.12")]
    [InlineData("DEC", "'-15:53:48.4'", "cdec", "-15:53:48.4")]
    [InlineData("RA", "322.5", "cra", "322.5")]
    [InlineData("UTC-END", "'06:19:51.81'", "ut_end", "06:19:51.81")]
    [InlineData("UT-END", "'06:19:51.81'", "ut_end", "06:19:51.81")]
    [InlineData("EQUINOX", "'2000.0  '", "equinox", "2000")]
    [InlineData("EQUINOX", null, "equinox", "0")]
    [InlineData("EQUINOX", "''", "equinox", "0")]
    [InlineData("SIG2NOIS", "11.0", "sig2nois", "11")]
    public void A_keyword_becomes_its_columns_value(string keyword, string? literal, string column, string? expected)
    {
        var result = HiresHeader.Translate((keyword, literal));
        Assert.Equal(expected, result.Text(column));
        Assert.DoesNotContain(result.Issues, issue => issue.Code == TranslationIssueCode.WrongType);
    }

    [Theory]
    [InlineData("FRAMENO", "T", "frameno")]
    [InlineData("FRAMENO", "1.5", "frameno")]
    [InlineData("FRAMENO", "2147483648", "frameno")]
    [InlineData("FRAMENO", "'many'", "frameno")]
    [InlineData("AIRMASS", "'low'", "airmass")]
    [InlineData("AIRMASS", "F", "airmass")]
    [InlineData("AIRMASS", "1.E400", "airmass")]
    [InlineData("OBJECT", "(1.0, 2.0)", "object")]
    [InlineData("OBJECT", "'no end", "object")]
    public void A_value_of_the_wrong_type_is_null_and_told(string keyword, string literal, string column)
    {
        var result = HiresHeader.Translate((keyword, literal));
        Assert.Null(result.Text(column));
        var issue = Assert.Single(result.Issues, issue => issue.Code == TranslationIssueCode.WrongType);
        Assert.Equal((keyword, column), (issue.Keyword, issue.Column));
    }

    [Fact]
    public void A_text_too_long_is_cut_and_told()
    {
        var result = HiresHeader.Translate(("ACPOWER", "'123456789'"));
        Assert.Equal("12345678", result.Text("acpower"));
        Assert.Equal("acpower holds 8 characters, not 9: cut.", Assert.Single(result.Issues, issue => issue.Code == TranslationIssueCode.TextCut).Message);
    }

    [Theory]
    [InlineData("ECHANGL", "45.0", null)]
    [InlineData("ECHANGL", "45.1", "echangl is 45.1; plausible is -45 to 45.")]
    [InlineData("TEMPCOOL", "-100.5", "tempcool is -100.5; plausible is -100 or more.")]
    [InlineData("TTIME", "12501", "ttime is 12501; plausible is 0 to 12500.")]
    public void A_number_out_of_range_is_told_and_kept(string keyword, string literal, string? message)
    {
        var result = HiresHeader.Translate((keyword, literal));
        Assert.False(result.Value(keyword).IsNull);
        Assert.Equal(message, result.Issues.Where(issue => issue.Code == TranslationIssueCode.OutOfRange).Select(issue => issue.Message).SingleOrDefault());
    }

    [Theory]
    [InlineData("CCDGAIN", "'LOW'", null)]
    [InlineData("MOSMODE", "'B, G, R '", null)]
    [InlineData("PMT0OVL", "'False'", null)]
    [InlineData("CCDGAIN", "'medium'", "ccdgain is 'medium'; known are low, high, T, F.")]
    public void A_text_that_is_not_known_is_told_and_kept(string keyword, string literal, string? message)
    {
        var result = HiresHeader.Translate((keyword, literal));
        Assert.False(result.Value(keyword).IsNull);
        Assert.Equal(message, result.Issues.Where(issue => issue.Code == TranslationIssueCode.UnknownValue).Select(issue => issue.Message).SingleOrDefault());
    }

    [Fact]
    public void What_a_raw_header_lacks_is_told_once()
    {
        var issue = Assert.Single(HiresHeader.Translate().Issues);
        Assert.Equal(TranslationIssueCode.RequiredValueMissing, issue.Code);
        Assert.Equal("No value for progid, proginst, progpi, propint, dqa_date, dqa_vers: a raw header lacks what the observatory adds later.", issue.Message);
    }

    [Fact]
    public void The_first_of_two_cards_counts()
    {
        var header = FitsHeader.FromCards("INSTRUME= 'HIRES'", "DATE-OBS= '2004-08-24'", "UTC     = '02:16:44.00'", "ERASLINE=                    F", "ERASLINE=                    0");
        Assert.Equal("F", InstrumentRegistry.Translate(header).Text("erasline"));
    }
}
