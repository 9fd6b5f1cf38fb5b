using Archive.Sky.Epochs;

namespace Archive.Sky.Tests.Epochs;

public class EpochPropagationTests
{
    // From the IVOA's catalogue of ADQL user-defined functions 1.2, section on ivo_epoch_prop_pos.
    [Theory]
    [InlineData(300.0, -428.8, 52.51, 1992.25, 7.604061404627978, 11.7932703828279)]
    [InlineData(300.0, -428.8, 52.51, 1875.0, 7.594068213694308, 11.807251375203935)]
    [InlineData(300.0, -428.8, null, 1875.0, 7.594079587029898, 11.807235464326332)]
    [InlineData(300.0, null, null, 1875.0, 7.594080321498365, 11.790440798509207)]
    public void Agrees_with_the_catalogue(
        double? pmRa, double? pmDec, double? radialVelocity, double epoch, double raExpected, double decExpected)
    {
        (double ra, double dec) = EpochPropagation.Position(
            7.606083572, 11.79044105, 125, pmRa, pmDec, radialVelocity, 2016.0, epoch);
        Assert.Equal(raExpected, ra, 1e-12);
        Assert.Equal(decExpected, dec, 1e-12);
    }

    // By SkyCoord.apply_space_motion of astropy 5.2.1 (ERFA's pmsafe, which also follows the light's time; see the tolerance).
    public static TheoryData<string> Stars => [.. CaseTable.Rows("epoch-propagation.tsv").Select(row => string.Join('\t', row))];

    [Theory]
    [MemberData(nameof(Stars))]
    public void Agrees_with_astropy(string row)
    {
        double[] v = [.. row.Split('\t').Select(CaseTable.Number)];
        (double ra, double dec) = EpochPropagation.Position(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);

        // The light's time changes the motion by v/c of itself: 4e-4 for the fastest star here.
        double moved = Distance.Degrees(v[0], v[1], v[8], v[9]);
        Assert.InRange(Distance.Degrees(v[8], v[9], ra, dec), 0, 1e-11 + 4e-4 * moved);
    }

    [Fact]
    public void Without_a_parallax_a_radial_velocity_changes_nothing() => Assert.Equal(
        EpochPropagation.Position(10, 20, null, 300, -400, null, 2000, 2100),
        EpochPropagation.Position(10, 20, null, 300, -400, 500, 2000, 2100));

    [Fact]
    public void A_star_near_the_pole_moves_past_it()
    {
        (double ra, double dec) = EpochPropagation.Position(10, 89.9999, 0, 5000, -4000, 0, 2000, 2050);
        Assert.InRange(Distance.Degrees(10, 89.9999, ra, dec), 0.08, 0.1);
    }

    [Theory]
    [InlineData(null, 11.0, 2016.0, 1875.0, "right ascension")]
    [InlineData(7.0, null, 2016.0, 1875.0, "declination")]
    [InlineData(7.0, 11.0, null, 1875.0, "reference epoch")]
    [InlineData(7.0, 11.0, 2016.0, null, "output epoch")]
    [InlineData(7.0, 91.0, 2016.0, 2000.0, "latitude")]
    [InlineData(double.NaN, 11.0, 2016.0, 2000.0, "right ascension")]
    public void A_position_and_epochs_there_must_be(double? ra, double? dec, double? reference, double? output, string text) =>
        Assert.Contains(
            text,
            Assert.Throws<ArgumentException>(
                () => EpochPropagation.Position(ra, dec, 125, 300, null, null, reference, output)).Message,
            StringComparison.Ordinal);
}
