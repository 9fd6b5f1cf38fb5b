using System.Globalization;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

public class HeaderPositionTests
{
    /// <summary>Two precession models, IAU 1976 and IAU 2006, part by 0.3 arcseconds a century; the cases lie within 25 years of J2000, FK4's B1950 excepted.</summary>
    private const double ToleranceDegrees = 0.15 / 3600;

    private static readonly string[] PositionColumns = ["ra", "dec", "ra2000", "dec2000", "x", "y", "z", "spt_ind"];

    public static TheoryData<string> OtherEquinoxes() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "header-positions.tsv")).Where(line => line[0] is not ('#' or 'r'))];

    [Theory]
    [MemberData(nameof(OtherEquinoxes))]
    public void A_position_is_brought_to_ICRS(string line)
    {
        var fields = line.Split('\t');
        var result = HiresHeader.Translate(("RA", $"'{fields[0]}'"), ("DEC", $"'{fields[1]}'"), ("EQUINOX", $"'{fields[2]}'"), ("FRAME", $"'{fields[3]}'"));
        double expectedRa = Number(fields[4]), expectedDec = Number(fields[5]);
        var raDifference = Math.IEEERemainder(result.Value("ra").Real - expectedRa, 360) * Math.Cos(expectedDec * Math.PI / 180);
        Assert.Equal(0, raDifference, ToleranceDegrees);
        Assert.Equal(expectedDec, result.Value("dec").Real, ToleranceDegrees);
        Assert.DoesNotContain(result.Issues, issue => issue.Code is TranslationIssueCode.NoEquinox or TranslationIssueCode.UnusablePosition);
    }

    [Theory]
    [InlineData("'21:30:35.12'", "'-15:53:48.4'", 322.64633333333336, -15.896777777777777)]
    [InlineData("'21 30 35.12'", "'-15 53 48.4'", 322.64633333333336, -15.896777777777777)]
    [InlineData("'00:00:00'", "'-00:00:36'", 0, -0.01)]
    [InlineData("'24:00:00'", "'+90:00:00'", 0, 90)]
    [InlineData("'1:2:3'", "'+1:2:3'", 15.5125, 1.0341666666666667)]
    [InlineData("322.5", "-15.25", 322.5, -15.25)]
    [InlineData("'322.5'", "'-15.25'", 322.5, -15.25)]
    [InlineData("343.99999999999994", "0.0", 343.99999999999994, 0)]
    [InlineData("360.0", "0", 0, 0)]
    public void Sexagesimal_text_and_decimal_degrees_are_read(string ra, string dec, double raDegrees, double decDegrees)
    {
        var result = HiresHeader.Translate(("RA", ra), ("DEC", dec), ("EQUINOX", "2000.0"), ("FRAME", "'FK5'"));
        Assert.Equal(raDegrees, result.Value("ra").Real, 1e-12);
        Assert.Equal(decDegrees, result.Value("dec").Real, 1e-12);
        Assert.Equal((result.Value("ra"), result.Value("dec")), (result.Value("ra2000"), result.Value("dec2000")));
    }

    [Theory]
    [InlineData("'24:00:01'", "'00:00:00'", "RA")]
    [InlineData("'-01:00:00'", "'00:00:00'", "RA")]
    [InlineData("'12:60:00'", "'00:00:00'", "RA")]
    [InlineData("'12:00:60'", "'00:00:00'", "RA")]
    [InlineData("'12'", "'00:00:00 N'", "DEC")]
    [InlineData("'12:00:00:00'", "'00:00:00'", "RA")]
    [InlineData("'north'", "'00:00:00'", "RA")]
    [InlineData("360.5", "0.0", "RA")]
    [InlineData("T", "0.0", "RA")]
    [InlineData("'12:00:00'", "'90:00:01'", "DEC")]
    [InlineData("'12:00:00'", "'--1:00:00'", "DEC")]
    [InlineData("'12:00:00'", "'+-1:00:00'", "DEC")]
    [InlineData("12.0", "-90.1", "DEC")]
    public void A_position_that_cannot_be_read_is_null_in_all_columns_and_told(string ra, string dec, string blamed)
    {
        var result = HiresHeader.Translate(("RA", ra), ("DEC", dec), ("EQUINOX", "2000.0"));
        Assert.All(PositionColumns, column => Assert.Null(result.Text(column)));
        Assert.Equal(blamed, Assert.Single(result.Issues, issue => issue.Code == TranslationIssueCode.UnusablePosition).Keyword);
    }

    [Theory]
    [InlineData("RA")]
    [InlineData("DEC")]
    public void Without_a_position_the_columns_are_null_and_nothing_is_told(string missing)
    {
        var result = HiresHeader.Translate([("RA", "'12:00:00'"), ("DEC", "'00:00:00'"), (missing, null)]);
        Assert.All(PositionColumns, column => Assert.Null(result.Text(column)));
        Assert.DoesNotContain(result.Issues, issue => issue.Column == "ra");
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("0", null, true)]
    [InlineData("'    '", "'Apparent'", true)]
    [InlineData(null, "'FK5'", false)]
    [InlineData("0.0", "'fk5     '", false)]
    [InlineData(null, "'ICRS'", false)]
    [InlineData("1950.0", "'ICRS'", false)]
    [InlineData("'2000.0'", null, false)]
    public void Without_an_equinox_a_position_is_ICRS_and_that_is_told_unless_the_frame_says_it(string? equinox, string? frame, bool isTold)
    {
        var result = HiresHeader.Translate(("RA", "'12:00:00'"), ("DEC", "'-30:00:00'"), ("EQUINOX", equinox), ("FRAME", frame));
        Assert.Equal((180.0, -30.0), (result.Value("ra").Real, result.Value("dec").Real));
        Assert.Equal(isTold, result.Issues.Any(issue => issue.Code == TranslationIssueCode.NoEquinox));
    }

    /// <summary>FITS 4.0, section 8.3: an equinox before 1984 means FK4, and FK4 means B1950.</summary>
    [Theory]
    [InlineData("1950.0", null)]
    [InlineData("'1950.0'", "'FK4'")]
    [InlineData(null, "'FK4'")]
    [InlineData("0.0", "'FK4'")]
    public void An_old_equinox_and_FK4_imply_one_another(string? equinox, string? frame)
    {
        var result = HiresHeader.Translate(("RA", "'00:00:00.00'"), ("DEC", "'+00:00:00.0'"), ("EQUINOX", equinox), ("FRAME", frame));
        Assert.Equal(0.6406910, result.Value("ra").Real, ToleranceDegrees);
        Assert.Equal(0.2784094, result.Value("dec").Real, ToleranceDegrees);
    }

    /// <summary>FITS 4.0, section 8.3: EPOCH is the former EQUINOX, RADECSYS the former RADESYS, and each counts where the new name is missing.</summary>
    [Theory]
    [InlineData("FK4 by EPOCH alone", null, "1950.0", null, null, true)]
    [InlineData("EQUINOX comes first", "2000.0", "1950.0", null, null, false)]
    [InlineData("FK5 at an old equinox is not FK4", null, "2000.0", null, "'FK5'", false)]
    [InlineData("RADECSYS", null, null, null, "'FK4'", true)]
    [InlineData("RADESYS comes first", null, null, "'ICRS'", "'FK4'", false)]
    public void Former_names_count_where_the_new_ones_are_missing(string what, string? equinox, string? epoch, string? radesys, string? radecsys, bool isFk4)
    {
        var result = HiresHeader.Translate(
            ("RA", "'00:00:00.00'"), ("DEC", "'+00:00:00.0'"), ("FRAME", null), ("EQUINOX", equinox), ("EPOCH", epoch), ("RADESYS", radesys), ("RADECSYS", radecsys));
        Assert.True(Math.Abs(result.Value("ra").Real - (isFk4 ? 0.6406846 : 0)) < ToleranceDegrees, what);
    }

    [Theory]
    [InlineData("'Apparent'", "1950.0", 0.6406846)]
    [InlineData("'GAPPT'", "2000.0", 0)]
    [InlineData("'GALACTIC'", null, 0)]
    public void A_frame_that_is_not_known_is_told_and_the_equinox_counts(string frame, string? equinox, double expectedRa)
    {
        var result = HiresHeader.Translate(("RA", "'00:00:00.00'"), ("DEC", "'+00:00:00.0'"), ("EQUINOX", equinox), ("FRAME", frame));
        Assert.Equal(expectedRa, result.Value("ra").Real, ToleranceDegrees);
        Assert.Contains(result.Issues, issue => issue.Code == TranslationIssueCode.UnknownFrame);
    }

    [Theory]
    [InlineData("45000.0")]
    [InlineData("-2000.0")]
    [InlineData("1.0")]
    public void An_equinox_that_is_no_year_gives_no_position(string equinox)
    {
        var result = HiresHeader.Translate(("RA", "'12:00:00'"), ("DEC", "'-30:00:00'"), ("EQUINOX", equinox));
        Assert.Null(result.Text("ra"));
        Assert.Equal("EQUINOX", Assert.Single(result.Issues, issue => issue.Code == TranslationIssueCode.UnusablePosition).Keyword);
    }

    [Theory]
    [InlineData("0.0", "0.0", 1.0, 0.0, 0.0)]
    [InlineData("90.0", "0.0", 0.0, 1.0, 0.0)]
    [InlineData("10.0", "90.0", 0.0, 0.0, 1.0)]
    [InlineData("225.0", "-45.0", -0.5, -0.5, -0.70710678118654752)]
    public void The_unit_vector_points_to_the_position(string ra, string dec, double x, double y, double z)
    {
        var result = HiresHeader.Translate(("RA", ra), ("DEC", dec), ("EQUINOX", "2000.0"));
        Assert.Equal(x, result.Value("x").Real, 1e-15);
        Assert.Equal(y, result.Value("y").Real, 1e-15);
        Assert.Equal(z, result.Value("z").Real, 1e-15);
    }

    /// <summary>The cells of rows that KOA has printed: one declination known from z with a right ascension inside the cell, and the place of HIRES's flats; and
    /// one computed with the program that KOA uses.</summary>
    [Theory]
    [InlineData("334.8", "44.97982", 203233131)]
    [InlineData("344.0", "0.01038904", 200021201)]
    [InlineData("262.0", "17.0", 210322112)]
    public void The_trixel_is_that_of_the_original_archive(string ra, string dec, long expected) =>
        Assert.Equal(expected, HiresHeader.Translate(("RA", ra), ("DEC", dec), ("EQUINOX", "2000.0")).Value("spt_ind").Integer);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
