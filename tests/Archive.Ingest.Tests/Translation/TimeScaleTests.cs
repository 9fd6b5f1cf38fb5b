using Archive.Ingest.Translation.Headers;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Tests.Translation;

/// <summary>Time scales of TIMESYS against what astropy (ERFA) makes of the same instants.</summary>
public class TimeScaleTests
{
    [Theory]
    [InlineData("UTC", "2024-03-01T12:00:00", "2024-03-01T12:00:00", 0)]
    [InlineData("UTC(NIST)", "2016-12-31T23:59:60.5", "2016-12-31T23:59:60.5", 0)]
    [InlineData("UT1", "2024-03-01T12:00:00", "2024-03-01T12:00:00", 0)]
    [InlineData("TAI", "2017-01-01T00:00:36.5", "2016-12-31T23:59:60.5", 0)]
    [InlineData("TAI", "2017-01-01T00:00:37", "2017-01-01T00:00:00", 0)]
    [InlineData("IAT", "1985-07-01T00:00:22.25", "1985-06-30T23:59:60.25", 0)]
    [InlineData("TT", "2024-03-01T12:00:00", "2024-03-01T11:58:50.816", 0)]
    [InlineData("tt(TAI) ", "1999-12-31T23:59:59", "1999-12-31T23:58:54.816", 0)]
    [InlineData("TDB", "2024-03-01T00:00:30", "2024-02-29T23:59:20.814640", 2000)]
    [InlineData("TCG", "2024-03-01T12:00:00", "2024-03-01T11:58:49.778712", 2)]
    [InlineData("TCB", "2024-03-01T12:00:00", "2024-03-01T11:58:27.737103", 2000)]
    [InlineData("GPS", "2024-03-01T12:00:18", "2024-03-01T12:00:00", 0)]
    [InlineData("TT", "0001-01-01T00:00:20", "0001-01-01T00:00:00", 0)]
    [InlineData("TAI", "0001-01-01T00:00:05", "0001-01-01T00:00:00", 0)]
    [InlineData("TAI", "0001-01-02T00:00:05", "0001-01-01T23:59:55", 0)]
    [InlineData("GPS", "9999-12-31T23:59:59", "9999-12-31T23:59:41", 0)]
    public void An_instant_is_brought_to_UTC(string scale, string instant, string expected, long toleranceMicroseconds)
    {
        var utc = TimeScale.ToUtc(Parse(instant), scale)!.Value;
        var wanted = Parse(expected);
        Assert.Equal(wanted.Date, utc.Date);
        Assert.InRange(utc.MicrosecondOfDay - wanted.MicrosecondOfDay, -toleranceMicroseconds, toleranceMicroseconds);
    }

    [Theory]
    [InlineData("LOCAL")]
    [InlineData("HST")]
    [InlineData("")]
    public void What_is_no_scale_is_not_guessed(string scale) => Assert.Null(TimeScale.ToUtc(Parse("2024-03-01T12:00:00"), scale));

    /// <summary>At every leap second and around it, from TAI to UTC and back by the list of seconds alone.</summary>
    [Fact]
    public void No_second_of_UTC_is_met_twice_or_left_out()
    {
        for (var year = 1972; year < 2026; year++)
        {
            foreach (var last in new[] { new DateOnly(year, 6, 30), new DateOnly(year, 12, 31) })
            {
                var tai = new ObservationTime(last.AddDays(1), 0);
                var seconds = Enumerable.Range(0, 60).Select(second => TimeScale.ToUtc(tai with { MicrosecondOfDay = 1_000_000L * second }, "TAI")!.Value).ToArray();
                foreach (var (before, after) in seconds.Zip(seconds.Skip(1)))
                {
                    var isMidnight = after.Date != before.Date;
                    Assert.Equal(isMidnight ? 0 : before.MicrosecondOfDay + 1_000_000, after.MicrosecondOfDay);
                    if (isMidnight) Assert.Equal(LeapSeconds.IsAtEndOf(before.Date) ? 86_400_000_000 : 86_399_000_000, before.MicrosecondOfDay);
                }

                Assert.Contains(seconds, second => second.Date == last);
            }
        }
    }

    private static ObservationTime Parse(string text)
    {
        Assert.True(ObservationTime.TryParse(text, out var time, out _), text);
        return time;
    }
}
