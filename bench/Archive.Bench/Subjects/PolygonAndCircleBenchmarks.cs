using Archive.Bench.Data;
using Archive.Sky;
using Archive.Sky.Shapes;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>A polygon of 100 vertices against the circle around it, over positions of the whole sky and over positions near it only.</summary>
[Subject("Polygon and circle", "row", VectorsInCircle.Count, "10,000,000 unit vectors, one thread; «near»: spread evenly over a circle of 1.2 times the shape's radius, so that 69 in a hundred lie in the circle.")]
public class PolygonAndCircleBenchmarks
{
    private readonly byte[] inside = new byte[VectorsInCircle.Count];
    private VectorsInCircle positions = null!;
    private SkyShape shape = null!;

    [Params("sky", "near")]
    public string Positions { get; set; } = "";

    [Params(1, 60)]
    public int RadiusDegrees { get; set; }

    [Params("circle", "polygon, 100 vertices")]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var centre = UnitVector.FromDegrees(NamedShapes.CentreLonDegrees, NamedShapes.CentreLatDegrees);
        positions = new VectorsInCircle(centre, Positions == "sky" ? 180 : 1.2 * RadiusDegrees);
        shape = Shape == "circle"
            ? new CircleShape(NamedShapes.CentreLonDegrees, NamedShapes.CentreLatDegrees, RadiusDegrees)
            : NamedShapes.ByName[$"polygon, 100 vertices, radius {RadiusDegrees}°"];
    }

    [Benchmark(Description = "contains")]
    public byte[] Contains()
    {
        shape.Contains(positions.X, positions.Y, positions.Z, inside);
        return inside;
    }
}
