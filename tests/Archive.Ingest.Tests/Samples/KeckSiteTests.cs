using System.Globalization;
using Archive.DataSamples.Telescope;

namespace Archive.Ingest.Tests.Samples;

public sealed class KeckSiteTests
{
    /// <summary>Refraction, nutation and aberration are left out.</summary>
    private const double ToleranceDegrees = 0.02;

    public static TheoryData<string, double, double, double, double, double> Cases()
    {
        var cases = new TheoryData<string, double, double, double, double, double>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "keck-horizon.tsv")).Where(line => !line.StartsWith('#')).Skip(1))
        {
            var fields = line.Split('\t');
            var numbers = fields.Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
            cases.Add(fields[0], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sidereal_time_and_horizontal_position_agree_with_astropy(
        string ut, double raDegrees, double decDegrees, double siderealDegrees, double azimuthDegrees, double elevationDegrees)
    {
        var time = DateTime.Parse(ut, CultureInfo.InvariantCulture);
        var sidereal = KeckSite.SiderealDegrees(KeckSite.ModifiedJulianDate(DateOnly.FromDateTime(time), time.TimeOfDay.TotalSeconds));
        var horizon = KeckSite.Locate(raDegrees, decDegrees, sidereal);
        Assert.Equal(siderealDegrees, sidereal, ToleranceDegrees);
        Assert.Equal(elevationDegrees, horizon.ElevationDegrees, ToleranceDegrees);

        // Near the zenith a small shift is a large turn.
        Assert.Equal(azimuthDegrees, horizon.AzimuthDegrees, ToleranceDegrees / Math.Cos(double.DegreesToRadians(elevationDegrees)));
    }
}
