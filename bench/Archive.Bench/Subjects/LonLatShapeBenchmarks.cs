using Archive.Bench.Data;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>Which positions in degrees lie in a shape: the way for tables whose unit vectors aren't kept.</summary>
[Subject("Spatial tests over longitude and latitude", "row", RandomPositions.Count, "1,000,000 positions spread evenly over the sphere, one thread.")]
public class LonLatShapeBenchmarks
{
    private readonly RandomPositions positions = new();
    private readonly byte[] inside = new byte[RandomPositions.Count];

    public static IEnumerable<string> Shapes => NamedShapes.ByName.Keys;

    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    [Benchmark(Description = "contains")]
    public byte[] Contains()
    {
        NamedShapes.ByName[Shape].Contains(positions.LonDegrees, positions.LatDegrees, inside);
        return inside;
    }
}
