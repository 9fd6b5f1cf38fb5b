using Archive.Bench.Data;
using Archive.Sky;
using Archive.Sky.Healpix;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>What is computed of each position: its distance from a point, the cell that it lies in.</summary>
[Subject("Distances and HEALPix cells", "row", RandomPositions.Count, "1,000,000 positions spread evenly over the sphere, one thread.")]
public class PositionBenchmarks
{
    private const double CentreLonDegrees = 150;
    private const double CentreLatDegrees = 20;
    private const double RadiansPerDegree = Math.PI / 180;

    private readonly RandomPositions positions = new();
    private readonly double[] distances = new double[RandomPositions.Count];
    private readonly long[] cells = new long[RandomPositions.Count];

    [Benchmark(Description = "haversine, a row at a time", Baseline = true)]
    public double[] Haversine()
    {
        var cosCentre = Math.Cos(CentreLatDegrees * RadiansPerDegree);
        for (var i = 0; i < distances.Length; i++)
        {
            var sinLat = Math.Sin((positions.LatDegrees[i] - CentreLatDegrees) * RadiansPerDegree / 2);
            var sinLon = Math.Sin((positions.LonDegrees[i] - CentreLonDegrees) * RadiansPerDegree / 2);
            var square = (sinLat * sinLat) + (cosCentre * Math.Cos(positions.LatDegrees[i] * RadiansPerDegree) * sinLon * sinLon);
            distances[i] = 2 * Math.Asin(Math.Min(1, Math.Sqrt(square))) / RadiansPerDegree;
        }

        return distances;
    }

    [Benchmark(Description = "distance from a point")]
    public double[] DistanceFromPoint()
    {
        Distance.Degrees(positions.LonDegrees, positions.LatDegrees, UnitVector.FromDegrees(CentreLonDegrees, CentreLatDegrees), distances);
        return distances;
    }

    [Benchmark(Description = "HEALPix cell, order 29")]
    public long[] HealpixCell()
    {
        HealpixNested.IndexesOf(HealpixNested.MaxOrder, positions.LonDegrees, positions.LatDegrees, cells);
        return cells;
    }
}
