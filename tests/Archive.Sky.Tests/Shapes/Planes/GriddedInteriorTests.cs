using Archive.Sky.Shapes;

namespace Archive.Sky.Tests.Shapes.Planes;

/// <summary>Once a polygon has been asked about many positions it looks them up in a grid; the answers must not change.</summary>
public class GriddedInteriorTests
{
    private const double Milliarcsecond = Math.PI / (180 * 3.6e6);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Answers_are_the_same_after_many_positions(int seed)
    {
        var sky = new RandomSky(seed);
        for (int round = 0; round < 12; round++)
        {
            (double lon, double lat) = sky.Position();
            UnitVector centre = UnitVector.FromDegrees(lon, lat);
            double radius = Math.Pow(10, sky.Between(-5, 1.89));
            double[] lonLat = Star(sky, centre, radius, 12 + sky.Below(200), crossed: round % 3 == 0);
            PolygonShape fresh = new(lonLat), used = new(lonLat);
            UnitVector[] points = [.. Points(sky, fresh, centre, radius)];
            double[] x = [.. points.Select(p => p.X)], y = [.. points.Select(p => p.Y)], z = [.. points.Select(p => p.Z)];
            byte[] before = new byte[points.Length], after = new byte[points.Length];
            fresh.Contains(x, y, z, before);
            used.Contains(new double[500_000], new double[500_000], new byte[500_000]);

            used.Contains(x, y, z, after);
            Assert.Equal(before, after);
            Assert.Contains((byte)1, after);
            Assert.Contains((byte)0, after);
        }
    }

    [Fact]
    public void A_rectilinear_polygon_has_edges_along_the_grid()
    {
        // A comb whose teeth follow meridians and near-parallels, its vertices at the same heights.
        var lonLat = new List<double>();
        for (int i = 0; i < 40; i++)
        {
            lonLat.AddRange([i * 0.1, 0, i * 0.1, 1, i * 0.1 + 0.05, 1, i * 0.1 + 0.05, 0]);
        }

        lonLat.AddRange([4, -1, 0, -1]);
        PolygonShape fresh = new([.. lonLat]), used = new([.. lonLat]);
        used.Contains(new double[100_000], new double[100_000], new byte[100_000]);
        var sky = new RandomSky(8);
        for (int i = 0; i < 20_000; i++)
        {
            (double lon, double lat) = (sky.Between(-0.1, 4.1), sky.Between(-1.1, 1.1));
            Assert.True(fresh.Contains(lon, lat) == used.Contains(lon, lat), FormattableString.Invariant($"{lon:R} {lat:R}"));
        }
    }

    private static IEnumerable<UnitVector> Points(RandomSky sky, PolygonShape polygon, UnitVector centre, double radius)
    {
        for (int i = 0; i < 4000; i++)
        {
            yield return sky.Near(centre, Math.Min(180, 1.2 * radius));
        }

        // A milliarcsecond and a nanoarcsecond to either side of every border, on it, and at every vertex.
        double[] lonLat = polygon.LonLatDegrees.ToArray();
        for (int i = 0; i < lonLat.Length; i += 2)
        {
            UnitVector start = UnitVector.FromDegrees(lonLat[i], lonLat[i + 1]);
            UnitVector end = UnitVector.FromDegrees(lonLat[(i + 2) % lonLat.Length], lonLat[(i + 3) % lonLat.Length]);
            UnitVector left = start.Cross(end).Normalized();
            UnitVector middle = new UnitVector(start.X + end.X, start.Y + end.Y, start.Z + end.Z).Normalized();
            yield return start;
            yield return middle;
            foreach (double aside in (double[])[Milliarcsecond, 1e-6 * Milliarcsecond])
            {
                yield return middle.Towards(left, aside);
                yield return middle.Towards(left, -aside);
                yield return start.Towards(left, aside);
            }
        }
    }

    private static double[] Star(RandomSky sky, UnitVector centre, double radiusDegrees, int count, bool crossed)
    {
        UnitVector east = centre.AnyPerpendicular();
        UnitVector north = centre.Cross(east);
        double[] lonLat = new double[2 * count];
        for (int i = 0; i < count; i++)
        {
            double angle = crossed ? sky.Between(0, 2 * Math.PI) : 2 * Math.PI * i / count;
            UnitVector vertex = centre.Towards(
                east.Towards(north, angle), radiusDegrees * sky.Between(0.1, 1) * (Math.PI / 180));
            (lonLat[2 * i], lonLat[2 * i + 1]) = (vertex.LonDegrees, vertex.LatDegrees);
        }

        return lonLat;
    }
}
