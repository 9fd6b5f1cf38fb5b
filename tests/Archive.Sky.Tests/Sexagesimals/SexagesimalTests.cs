using Archive.Sky.Sexagesimals;

namespace Archive.Sky.Tests.Sexagesimals;

public class SexagesimalTests
{
    [Theory]
    [InlineData("21:30:35.12", 322.64633333333333)]
    [InlineData("00:00:00", 0)]
    [InlineData("0:0:0.001", 4.1666666666666669e-6)]
    [InlineData("23:59:59.999", 359.99999583333334)]
    [InlineData("24:00:00", 0)]
    [InlineData("24:00:00.00", 0)]
    [InlineData("  17 28 00.0 ", 262)]
    [InlineData("17 : 28 : 00", 262)]
    [InlineData("17  28  30.", 262.125)]
    [InlineData("17:28.5", 262.125)]
    [InlineData("6:00", 90)]
    public void Hours_are_read(string text, double expected)
    {
        Assert.True(Sexagesimal.TryParseHours(text, out double degrees));
        Assert.Equal(expected, degrees, 1e-12);
    }

    [Theory]
    [InlineData("-15:53:48.4", -15.896777777777777)]
    [InlineData("+15:53:48.4", 15.896777777777777)]
    [InlineData("15:53:48.4", 15.896777777777777)]
    [InlineData("-00:53:00", -0.88333333333333333)]
    [InlineData("- 0 30 00", -0.5)]
    [InlineData("-00:00:00.5", -0.00013888888888888889)]
    [InlineData("90:00:00", 90)]
    [InlineData("-90:00:00.000", -90)]
    [InlineData("-00:00:00", 0)]
    public void Degrees_are_read(string text, double expected)
    {
        Assert.True(Sexagesimal.TryParseDegrees(text, out double degrees));
        Assert.Equal(expected, degrees, 1e-13);
    }

    [Theory]
    [InlineData("24:00:00.01")]
    [InlineData("25:00:00")]
    [InlineData("21:60:00")]
    [InlineData("21:30:60")]
    [InlineData("-01:00:00")]
    [InlineData("+01:00:00")]
    public void Impossible_hours_are_refused(string text) => Assert.False(Sexagesimal.TryParseHours(text, out _));

    [Theory]
    [InlineData("90:00:00.1")]
    [InlineData("-91:00:00")]
    [InlineData("10:60:00")]
    [InlineData("10:00:60.0")]
    [InlineData("--10:00:00")]
    public void Impossible_degrees_are_refused(string text) => Assert.False(Sexagesimal.TryParseDegrees(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("10")]
    [InlineData("10.5")]
    [InlineData("10.5:30:00")]
    [InlineData("10:30.5:00")]
    [InlineData("10:30:00:00")]
    [InlineData("10::00")]
    [InlineData("10:30:")]
    [InlineData(":30:00")]
    [InlineData("10:-30:00")]
    [InlineData("10:30:1e1")]
    [InlineData("10:30:NaN")]
    [InlineData("10:30:00,5")]
    [InlineData("ten:30:00")]
    [InlineData("10\t30\t00")]
    [InlineData("10:30:00.00000000000000000000000000000000000000001")]
    [InlineData("-")]
    public void What_is_no_sexagesimal_number_is_refused(string text)
    {
        Assert.False(Sexagesimal.TryParseHours(text, out double hours));
        Assert.False(Sexagesimal.TryParseDegrees(text, out double degrees));
        Assert.Equal((0.0, 0.0), (hours, degrees));
    }

    [Theory]
    [InlineData(262, 0, "17:28:00")]
    [InlineData(322.64633333333333, 2, "21:30:35.12")]
    [InlineData(359.9999999, 2, "00:00:00.00")]
    [InlineData(-1, 0, "23:56:00")]
    [InlineData(0.000004166666667, 3, "00:00:00.001")]
    [InlineData(360, 1, "00:00:00.0")]
    public void Hours_are_written(double degrees, int decimals, string expected) =>
        Assert.Equal(expected, Sexagesimal.FormatHours(degrees, decimals));

    [Theory]
    [InlineData(-15.896777777777777, 1, "-15:53:48.4")]
    [InlineData(-0.5, 0, "-00:30:00")]
    [InlineData(17, 2, "+17:00:00.00")]
    [InlineData(89.99999999, 1, "+90:00:00.0")]
    [InlineData(-90, 0, "-90:00:00")]
    [InlineData(59.9999999, 3, "+60:00:00.000")]
    public void Degrees_are_written(double degrees, int decimals, string expected) =>
        Assert.Equal(expected, Sexagesimal.FormatDegrees(degrees, decimals));

    [Fact]
    public void What_is_written_is_read()
    {
        var sky = new RandomSky(71);
        for (int i = 0; i < 5000; i++)
        {
            (double lon, double lat) = sky.Position();
            Assert.True(Sexagesimal.TryParseHours(Sexagesimal.FormatHours(lon, 9), out double ra));
            Assert.True(Sexagesimal.TryParseDegrees(Sexagesimal.FormatDegrees(lat, 9), out double dec));
            Assert.Equal(lon, ra, 1e-11);
            Assert.Equal(lat, dec, 1e-12);
        }
    }

    [Fact]
    public void Impossible_numbers_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => Sexagesimal.FormatHours(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => Sexagesimal.FormatDegrees(90.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sexagesimal.FormatHours(1, 10));
    }
}
