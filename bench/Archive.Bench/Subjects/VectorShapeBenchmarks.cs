using Archive.Bench.Data;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>Which unit vectors lie in a shape: what a translated query asks of the rows that zone maps leave.</summary>
[Subject("Spatial tests over unit vectors", "row", RandomPositions.Count, "1,000,000 positions spread evenly over the sphere, one thread.")]
public class VectorShapeBenchmarks
{
    private readonly RandomPositions positions = new();
    private readonly byte[] inside = new byte[RandomPositions.Count];

    public static IEnumerable<string> Shapes => NamedShapes.ByName.Keys;

    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    [Benchmark(Description = "contains")]
    public byte[] Contains()
    {
        NamedShapes.ByName[Shape].Contains(positions.X, positions.Y, positions.Z, inside);
        return inside;
    }
}
