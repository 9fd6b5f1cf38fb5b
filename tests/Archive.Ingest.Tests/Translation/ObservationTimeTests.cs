using Archive.Ingest.Translation;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Tests.Translation;

public class ObservationTimeTests
{
    private static readonly DateOnly Night = new(2004, 8, 24);

    [Theory]
    [InlineData("2009-08-31", "2009-08-31", false)]
    [InlineData(" 2009-08-31 ", "2009-08-31", false)]
    [InlineData("2009-08-31T06:19:45", "2009-08-31", false)]
    [InlineData("2009-08-31 and more", "2009-08-31", false)]
    [InlineData("2004-02-29", "2004-02-29", false)]
    [InlineData("24/08/04", "2004-08-24", true)]
    [InlineData("01/02/49", "2049-02-01", true)]
    [InlineData("01/02/50", "1950-02-01", true)]
    [InlineData("18/7/98", "1998-07-18", true)]
    [InlineData("+02004-08-24", "2004-08-24", false)]
    [InlineData("+02004-08-24T02:16:44", "2004-08-24", false)]
    public void A_date_is_read(string text, string expected, bool isOldForm)
    {
        Assert.True(ObservationTime.TryParseDate(text, out var date, out var wasOldForm));
        Assert.Equal((expected, isOldForm), (date.ToString("yyyy-MM-dd", null), wasOldForm));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nn/nn/nn")]
    [InlineData("18-Feb-1993")]
    [InlineData("2003-02-29")]
    [InlineData("2009-13-01")]
    [InlineData("2009-8-31")]
    [InlineData("02009-08-31")]
    [InlineData("20090831")]
    [InlineData("0000-00-00")]
    [InlineData("29/02/03")]
    [InlineData("31/04/04")]
    [InlineData("24/08/2004")]
    [InlineData("24/08")]
    [InlineData("24/08/04/04")]
    [InlineData("+4/08/04")]
    [InlineData("-02004-08-24")]
    [InlineData("+12004-08-24")]
    [InlineData("+2004-08-24")]
    [InlineData("+")]
    public void What_is_no_date_is_not(string text) => Assert.False(ObservationTime.TryParseDate(text, out _, out _));

    [Theory]
    [InlineData("06:19:45.60", 22_785_600_000)]
    [InlineData("00:00:00", 0)]
    [InlineData("0:0:0.", 0)]
    [InlineData(" 02:16:44.00 ", 8_204_000_000)]
    [InlineData("23:59:59.9999999", 86_399_999_999)]
    [InlineData("12:00:00.000001", 43_200_000_001)]
    public void A_time_of_day_is_read_to_the_microsecond(string text, long expected)
    {
        Assert.True(ObservationTime.TryParse(Night, text, out var time, out var isRounded));
        Assert.Equal((new ObservationTime(Night, expected), false), (time, isRounded));
    }

    /// <summary>UTC had leap seconds at the end of 2016 and of June 2015, and none at the other dates; astropy 5.2.1 reads them the same, and refuses hour 24.</summary>
    [Theory]
    [InlineData("2016-12-31", "23:59:60.5", "2016-12-31", 86_400_500_000, false)]
    [InlineData("2015-06-30", "23:59:60", "2015-06-30", 86_400_000_000, false)]
    [InlineData("1972-06-30", "23:59:60.999999", "1972-06-30", 86_400_999_999, false)]
    [InlineData("2016-12-30", "23:59:60.00", "2016-12-31", 0, true)]
    [InlineData("2016-06-30", "23:59:60", "2016-07-01", 0, true)]
    [InlineData("2004-08-24", "24:00:00.00", "2004-08-25", 0, true)]
    [InlineData("2016-12-31", "24:00:00", "2017-01-01", 0, true)]
    [InlineData("2004-12-31", "24:0:0", "2005-01-01", 0, true)]
    [InlineData("2004-08-24", "02:16:60.00", "2004-08-24", 8_220_000_000, true)]
    [InlineData("2016-12-31", "22:59:60", "2016-12-31", 82_800_000_000, true)]
    public void Second_60_and_hour_24_are_what_they_can_be(string date, string text, string expectedDate, long microseconds, bool expectedRounded)
    {
        Assert.True(ObservationTime.TryParse(DateOnly.Parse(date, null), text, out var time, out var isRounded));
        Assert.Equal((new ObservationTime(DateOnly.Parse(expectedDate, null), microseconds), expectedRounded), (time, isRounded));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24:00:00.01")]
    [InlineData("24:00:01")]
    [InlineData("24:01:00")]
    [InlineData("24:00:60")]
    [InlineData("25:00:00")]
    [InlineData("12:60:00")]
    [InlineData("12:00:60.5")]
    [InlineData("23:59:60.5")]
    [InlineData("23:59:61")]
    [InlineData("12:00")]
    [InlineData("12:00:00:00")]
    [InlineData("12:00:00Z")]
    [InlineData("-1:00:00")]
    [InlineData("12:00:00.1e3")]
    [InlineData("012:00:00")]
    [InlineData("12 00 00")]
    [InlineData("undefined")]
    public void What_is_no_time_of_day_is_not(string text) => Assert.False(ObservationTime.TryParse(Night, text, out _, out _));

    [Fact]
    public void No_day_begins_after_the_last() => Assert.False(ObservationTime.TryParse(DateOnly.MaxValue, "24:00:00", out _, out _));

    [Theory]
    [InlineData("02:16:60.00", "2004-08-24", true)]
    [InlineData("24:00:00.00", "2004-08-25", true)]
    [InlineData("02:16:44.00", "2004-08-24", false)]
    public void A_header_with_a_rounded_time_is_taken_and_that_is_told(string utc, string expectedDate, bool isTold)
    {
        var result = HiresHeader.Translate(("UTC", $"'{utc}'"), ("DATE-OBS", "'2004-08-24'"));
        Assert.Equal(expectedDate, result.Text("date_obs"));
        Assert.Equal(isTold, result.Issues.Any(issue => issue.Code == TranslationIssueCode.TimeRoundedUp));
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00", 0)]
    [InlineData("2009-08-31T06:19:45.60", 1_251_699_585_600_000)]
    [InlineData("2009-08-31 06:19:45.60", 1_251_699_585_600_000)]
    [InlineData("1969-12-31T23:59:59", -1_000_000)]
    [InlineData("+01970-01-01T00:00:00", 0)]
    [InlineData("1969-12-31T24:00:00", 0)]
    public void An_instant_counts_from_1970(string text, long expected)
    {
        Assert.True(ObservationTime.TryParse(text, out var time, out _));
        Assert.Equal(expected, time.MicrosecondsSinceEpoch);
    }

    [Theory]
    [InlineData("06:19:45.60", "06:19:45.60")]
    [InlineData("6:9:5", "06:09:05.00")]
    [InlineData("23:59:60.57", "23:59:60.57")]
    public void The_time_of_day_is_written_as_the_observatory_writes_it(string text, string expected)
    {
        Assert.True(ObservationTime.TryParse(new DateOnly(2016, 12, 31), text, out var time, out _));
        Assert.Equal(expected, time.TimeOfDayText);
    }

    /// <summary>The Modified Julian Date that a telescope wrote beside this time, two seconds later as HIRES headers have it.</summary>
    [Fact]
    public void The_Modified_Julian_Date_is_that_of_the_telescope()
    {
        Assert.True(ObservationTime.TryParse("2009-08-31T06:19:45.60", out var time, out _));
        Assert.Equal(55074.263741, time.ModifiedJulianDate, 3e-5);
    }
}
