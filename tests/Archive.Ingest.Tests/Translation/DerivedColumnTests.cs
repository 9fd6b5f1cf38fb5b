using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

public class DerivedColumnTests
{
    [Theory]
    [InlineData("'2004-08-24'", "'02:16:44.00'", "HI.20040824.08204.fits")]
    [InlineData("'2004-08-24'", "'00:00:00.99'", "HI.20040824.00000.fits")]
    [InlineData("'2004-08-24'", "'23:59:59.99'", "HI.20040824.86399.fits")]
    [InlineData("'2009-08-31'", "'06:19:45.60'", "HI.20090831.22785.fits")]
    [InlineData("'24/08/04'", "'02:16:44.00'", "HI.20040824.08204.fits")]
    [InlineData("'18/07/98'", "'09:42:55'", "HI.19980718.34975.fits")]
    [InlineData("'2004-08-24T02:16:44.00'", null, "HI.20040824.08204.fits")]
    public void The_identifier_follows_from_date_and_time(string date, string? time, string expected)
    {
        var result = HiresHeader.Translate(("DATE-OBS", date), ("UTC", time));
        Assert.Equal(expected, result.Text("koaid"));
        Assert.Equal(expected, result.Record!.KoaId);
    }

    [Theory]
    [InlineData("'HI.20040824.08205.fits'", "HI.20040824.08205.fits", null)]
    [InlineData("'HI.20040824.08205'", "HI.20040824.08205.fits", null)]
    [InlineData("'HI.20040824.08204.12.fits'", "HI.20040824.08204.12.fits", null)]
    [InlineData("'HI.20040825.08205.fits'", "HI.20040825.08205.fits", TranslationIssueCode.IdentifierOfAnotherDate)]
    [InlineData("'N2.20040824.08204.fits'", "HI.20040824.08204.fits", TranslationIssueCode.InvalidIdentifier)]
    [InlineData("'HI.20041324.08204.fits'", "HI.20040824.08204.fits", TranslationIssueCode.InvalidIdentifier)]
    [InlineData("'HI.20040824.8204.fits'", "HI.20040824.08204.fits", TranslationIssueCode.InvalidIdentifier)]
    [InlineData("'HI.20040824.08204.1.fits'", "HI.20040824.08204.fits", TranslationIssueCode.InvalidIdentifier)]
    [InlineData("'HI.20040824.08204.12.34.fits'", "HI.20040824.08204.fits", TranslationIssueCode.InvalidIdentifier)]
    [InlineData("'../../etc/passwd.fits'", "HI.20040824.08204.fits", TranslationIssueCode.InvalidIdentifier)]
    [InlineData("'null'", "HI.20040824.08204.fits", null)]
    public void An_identifier_of_the_right_form_is_kept(string literal, string expected, TranslationIssueCode? issue)
    {
        var result = HiresHeader.Translate(("KOAID", literal));
        Assert.Equal(expected, result.Text("koaid"));
        Assert.Equal(issue, result.Issues.Where(found => found.Column == "koaid").Select(found => (TranslationIssueCode?)found.Code).SingleOrDefault());
    }

    /// <summary>Those of 2004 and 2009 are file handles that KOA has printed, and so is the disk of 2017.</summary>
    [Theory]
    [InlineData("'2004-08-24'", "'02:16:44.00'", "/koadata1/HIRES/20040824/lev0/HI.20040824.08204.fits")]
    [InlineData("'1994-12-14'", "'21:47:38'", "/koadata1/HIRES/19941214/lev0/HI.19941214.78458.fits")]
    [InlineData("'1990-01-01'", "'00:00:01'", "/koadata1/HIRES/19900101/lev0/HI.19900101.00001.fits")]
    [InlineData("'2017-06-01'", "'00:00:01'", "/koadata14/HIRES/20170601/lev0/HI.20170601.00001.fits")]
    [InlineData("'2009-01-01'", "'02:32:13'", "/koadata4/HIRES/20090101/lev0/HI.20090101.09133.fits")]
    public void The_file_handle_names_disk_date_and_identifier(string date, string time, string expected) =>
        Assert.Equal(expected, HiresHeader.Translate(("DATE-OBS", date), ("UTC", time)).Text("filehand"));

    [Fact]
    public void Date_and_time_fill_three_columns_and_the_partition_key()
    {
        var result = HiresHeader.Translate(("UTC", "'06:19:45.60'"), ("DATE-OBS", "'2009-08-31'"));
        Assert.Equal(("2009-08-31", "06:19:45.60", "2009-08-31T06:19:45.600000"), (result.Text("date_obs"), result.Text("ut"), result.Text("utdatetime")));
        Assert.Equal(new DateOnly(2009, 8, 31), result.Record!.UtDate);
    }

    [Theory]
    [InlineData("'01:02:03.04'", "'02:16:44.00'", "01:02:03.04", "2004-08-24T02:16:44.000000")]
    [InlineData("'01:02:03.04'", null, "01:02:03.04", "2004-08-24T01:02:03.040000")]
    [InlineData("'01:02:03.04'", "'broken'", "01:02:03.04", "2004-08-24T01:02:03.040000")]
    [InlineData(null, "'02:16:44.00'", "02:16:44.00", "2004-08-24T02:16:44.000000")]
    public void UTC_comes_before_UT_for_the_instant_and_after_it_for_the_text(string? ut, string? utc, string expectedUt, string expectedInstant)
    {
        var result = HiresHeader.Translate(("UT", ut), ("UTC", utc));
        Assert.Equal((expectedUt, expectedInstant), (result.Text("ut"), result.Text("utdatetime")));
    }

    [Fact]
    public void A_date_in_the_old_form_is_told() =>
        Assert.Equal("DATE-OBS = '24/08/04' is taken as 2004-08-24: two digits below 50 mean 20YY.",
            HiresHeader.Translate(("DATE-OBS", "'24/08/04'")).Issues.Single(issue => issue.Code == TranslationIssueCode.DateRepaired).Message);

    /// <summary>Hawaiian evenings of the last and first nights of semesters; UTC is ten hours ahead and the night changes at 20:00 UTC.</summary>
    [Theory]
    [InlineData("'2009-08-01'", "'19:59:59.99'", "2009A")]
    [InlineData("'2009-08-01'", "'20:00:00'", "2009B")]
    [InlineData("'2009-08-31'", "'06:19:45.60'", "2009B")]
    [InlineData("'2010-01-31'", "'12:00:00'", "2009B")]
    [InlineData("'2010-02-01'", "'19:59:59'", "2009B")]
    [InlineData("'2010-02-01'", "'20:00:00'", "2010A")]
    [InlineData("'2010-01-01'", "'05:00:00'", "2009B")]
    [InlineData("'2010-01-01'", "'20:00:00'", "2009B")]
    [InlineData("'2009-12-31'", "'23:59:59'", "2009B")]
    [InlineData("'2010-07-31'", "'23:00:00'", "2010A")]
    [InlineData("'2004-03-01'", "'00:00:00'", "2004A")]
    public void The_semester_is_that_of_the_night(string date, string time, string expected) =>
        Assert.Equal(expected, HiresHeader.Translate(("DATE-OBS", date), ("UTC", time)).Text("semester"));

    [Theory]
    [InlineData(null, null, null, "2004B", null, null)]
    [InlineData("'C307'", null, null, "2004B", "C307", "2004B_C307")]
    [InlineData("'ENG'", null, "'2004A'", "2004A", "ENG", "2004A_ENG")]
    [InlineData(null, "'2018A_C307'", null, "2018A", "C307", "2018A_C307")]
    [InlineData(null, "'C307'", null, "2004B", "C307", "2004B_C307")]
    [InlineData("'U07H'", "'2018A_C307'", null, "2004B", "U07H", "2004B_U07H")]
    [InlineData(null, "'2018C_C307'", null, "2004B", "2018C_C307", "2004B_2018C_C307")]
    [InlineData(null, "'2018A_'", null, "2004B", "2018A_", "2004B_2018A_")]
    public void Programme_and_semester_join(string? progid, string? progname, string? semester, string expectedSemester, string? expectedProgramme, string? expectedSemid)
    {
        var result = HiresHeader.Translate(("PROGID", progid), ("PROGNAME", progname), ("SEMESTER", semester));
        Assert.Equal((expectedSemester, expectedProgramme, expectedSemid), (result.Text("semester"), result.Text("progid"), result.Text("semid")));
    }

    [Theory]
    [InlineData("'hires   '", "2300", "hires2300.fits")]
    [InlineData("'j76'", "279", "j760279.fits")]
    [InlineData("'j76'", "'7'", "j760007.fits")]
    [InlineData("'j76'", "0", "j760000.fits")]
    [InlineData("'j76'", "12345", "j7612345.fits")]
    [InlineData("'j76'", "-1", null)]
    [InlineData("'j76'", null, null)]
    [InlineData(null, "279", null)]
    public void The_original_name_is_prefix_and_frame_number(string? outfile, string? frameno, string? expected) =>
        Assert.Equal(expected, HiresHeader.Translate(("OUTFILE", outfile), ("FRAMENO", frameno)).Text("ofname"));

    [Theory]
    [InlineData("207.28080750", "'-51.76'", "'34.16'", 306.9616)]
    [InlineData("0.0", "0.0", "0.0", 270.0)]
    [InlineData("-200.0", "0.0", "0.0", 230.0)]
    [InlineData("45.0", "0.0", "0.0", 0.0)]
    public void The_slits_position_angle_follows_from_three_angles(string rotator, string parallactic, string elevation, double expected) =>
        Assert.Equal(expected, HiresHeader.Translate(("IROT2ANG", rotator), ("PARANG", parallactic), ("EL", elevation)).Value("skypa").Real, 1e-9);

    [Theory]
    [InlineData("IROT2ANG")]
    [InlineData("PARANG")]
    [InlineData("EL")]
    public void Without_one_of_the_angles_there_is_no_position_angle(string missing) =>
        Assert.Null(HiresHeader.Translate([("IROT2ANG", "1.0"), ("PARANG", "1.0"), ("EL", "1.0"), (missing, null)]).Text("skypa"));

    [Theory]
    [InlineData("'+21:04:59.91'", -43.750375)]
    [InlineData("'-02:30:00.00'", -37.5)]
    [InlineData("'-00:53:00'", -13.25)]
    [InlineData("'11:59:56'", 179.98333333333333)]
    [InlineData("'00:00:00'", 0.0)]
    [InlineData("'12:00:00'", 180.0)]
    [InlineData("'-12:00:00'", 180.0)]
    [InlineData("'-13:00:00'", 165.0)]
    public void The_hour_angle_is_positive_to_the_west(string literal, double expected) =>
        Assert.Equal(expected, HiresHeader.Translate(("HA", literal)).Value("ha_d").Real, 1e-9);

    [Theory]
    [InlineData("'25:00:00'")]
    [InlineData("'west'")]
    [InlineData("''")]
    [InlineData(null)]
    public void What_is_no_hour_angle_is_null(string? literal) => Assert.Null(HiresHeader.Translate(("HA", literal)).Text("ha_d"));

    /// <summary>C1 and B5 are known as the slits of resolving power 48,000 or so, B2's as 67,000 to 72,000.</summary>
    [Theory]
    [InlineData("'C1'", null, "7", "0.861", "47700")]
    [InlineData("'B2'", null, "7", "0.574", "71600")]
    [InlineData("'B5'", "10.2", "3.5", "0.861", "47700")]
    [InlineData("'A5'", "0.7235", "1.36", "1", "41100")]
    [InlineData("'A5'", null, "1.36", null, null)]
    [InlineData("'A5'", "-0.1", "1.36", null, null)]
    [InlineData("'home'", "0.7235", null, null, null)]
    [InlineData(null, "0.7235", null, null, null)]
    public void The_decker_says_which_slit_it_was(string? decker, string? opening, string? length, string? width, string? power)
    {
        var result = HiresHeader.Translate(("DECKNAME", decker), ("SLITWID", opening));
        Assert.Equal((length, width, power), (result.Text("slitlen"), result.Text("slitwidt"), result.Text("specres")));
    }

    [Fact]
    public void A_slit_that_the_header_states_is_kept()
    {
        var result = HiresHeader.Translate(("DECKNAME", "'C1'"), ("SLITLEN", "6.9"), ("SPECRES", "47000.0"));
        Assert.Equal(("6.9", "0.861", "47000"), (result.Text("slitlen"), result.Text("slitwidt"), result.Text("specres")));
    }

    [Theory]
    [InlineData("'1, 2'", "1,2")]
    [InlineData("'3,1     '", "3,1")]
    public void Binning_has_no_blanks(string literal, string expected) => Assert.Equal(expected, HiresHeader.Translate(("BINNING", literal)).Text("binning"));

    [Theory]
    [InlineData("'55074.263741'", false)]
    [InlineData("'53241.09'", true)]
    [InlineData("2965661.58319866", true)]
    public void An_MJD_of_another_day_is_told_and_kept(string literal, bool isTold)
    {
        var result = HiresHeader.Translate(("DATE-OBS", "'2009-08-31'"), ("MJD", literal));
        Assert.Equal(isTold, result.Issues.Any(issue => issue.Code == TranslationIssueCode.MjdOfAnotherDate));
        Assert.False(result.Value("mjd").IsNull);
    }
}
