using Archive.Sky.Frames;

namespace Archive.Sky.Tests.Frames;

public class FrameTransformTests
{
    public static TheoryData<string, string, double, double, double, double> Cases
    {
        get
        {
            var data = new TheoryData<string, string, double, double, double, double>();
            foreach (string[] row in CaseTable.Rows("frame-transform.tsv"))
            {
                data.Add(
                    row[0], row[1],
                    CaseTable.Number(row[2]), CaseTable.Number(row[3]), CaseTable.Number(row[4]), CaseTable.Number(row[5]));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_catalogue_and_with_astropy(
        string from, string to, double lon, double lat, double lonExpected, double latExpected)
    {
        FrameTransform there = FrameTransform.Between(Frame(from), Frame(to));
        (double actualLon, double actualLat) = there.Apply(lon, lat);

        // The catalogue prints eight or nine decimals of a degree.
        double mostDegrees = from == "FK4" ? 5e-9 : 1e-9;
        Assert.InRange(Distance.Degrees(lonExpected, latExpected, actualLon, actualLat), 0, mostDegrees);

        FrameTransform back = FrameTransform.Between(Frame(to), Frame(from));
        (double lonBack, double latBack) = back.Apply(actualLon, actualLat);
        Assert.InRange(Distance.Degrees(lon, lat, lonBack, latBack), 0, 1e-12);
    }

    [Fact]
    public void Fk5_is_Icrs()
    {
        Assert.Equal((10.1, 20.2), FrameTransform.Between(SkyFrame.Fk5, SkyFrame.Icrs).Apply(10.1, 20.2));
        Assert.True(FrameTransform.Between(SkyFrame.Icrs, SkyFrame.Fk5).IsIdentity);
        Assert.False(FrameTransform.Between(SkyFrame.Fk5, SkyFrame.Fk4).IsIdentity);
    }

    [Fact]
    public void Spans_are_positions_one_by_one()
    {
        FrameTransform transform = FrameTransform.Between(SkyFrame.Ecliptic, SkyFrame.Fk4);
        double[] lon = [1, 200, double.NaN, 5], lat = [2, -90, 0, 91];
        double[] lonResult = new double[4], latResult = new double[4];
        transform.Apply(lon, lat, lonResult, latResult);
        for (int i = 0; i < lon.Length; i++)
        {
            Assert.Equal(transform.Apply(lon[i], lat[i]), (lonResult[i], latResult[i]));
        }

        Assert.Equal([double.NaN, double.NaN], lonResult[2..]);
        Assert.Equal([double.NaN, double.NaN], latResult[2..]);
        Assert.Throws<ArgumentException>(() => transform.Apply(lon, lat, lonResult, new double[3]));
    }

    [Theory]
    [InlineData("ICRS", SkyFrame.Icrs)]
    [InlineData("FK5", SkyFrame.Fk5)]
    [InlineData("FK4", SkyFrame.Fk4)]
    [InlineData("GALACTIC", SkyFrame.Galactic)]
    [InlineData("ECLIPTIC", SkyFrame.Ecliptic)]
    [InlineData("SUPER_GALACTIC", SkyFrame.Supergalactic)]
    public void Names_of_the_vocabulary_have_a_case(string name, SkyFrame expected)
    {
        Assert.True(FrameNames.TryParse(name, out SkyFrame frame));
        Assert.Equal(expected, frame);
        Assert.Equal(name, FrameNames.Of(expected));
        Assert.Contains(name, FrameNames.All);
        string lower = name.ToLowerInvariant();
        Assert.False(FrameNames.TryParse(lower, out _));
        Assert.True(FrameNames.TryParseWord(lower, out frame));
        Assert.Equal(expected, frame);
    }

    [Theory]
    [InlineData("J2000", SkyFrame.Fk5)]
    [InlineData("b1950", SkyFrame.Fk4)]
    [InlineData("eq_FK5", SkyFrame.Fk5)]
    [InlineData("eq_FK4", SkyFrame.Fk4)]
    [InlineData("Supergalactic", SkyFrame.Supergalactic)]
    [InlineData("GALACTIC_II", SkyFrame.Galactic)]
    public void Other_words_for_frames(string word, SkyFrame expected)
    {
        Assert.True(FrameNames.TryParseWord(word, out SkyFrame frame));
        Assert.Equal(expected, frame);
        Assert.False(FrameNames.TryParse(word, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ICRS ")]
    [InlineData("MARS")]
    public void Other_names_are_none(string word) => Assert.False(FrameNames.TryParseWord(word, out _));

    private static SkyFrame Frame(string name) => FrameNames.TryParse(name, out SkyFrame frame)
        ? frame
        : throw new ArgumentException(name);
}
