using Archive.Bench.Data;
using Archive.Sky.Healpix;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>The ranges of HEALPix cells that cover a shape: paid once by each spatial query.</summary>
[Subject("HEALPix ranges of a shape", "shape", 1, "At most 16 ranges, as a query asks for.")]
public class CoverageBenchmarks
{
    public static IEnumerable<string> Shapes => NamedShapes.ByName.Keys;

    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    [Benchmark(Description = "cover")]
    public IReadOnlyList<IndexRange> Cover() => Coverage.Of(NamedShapes.ByName[Shape]);
}
