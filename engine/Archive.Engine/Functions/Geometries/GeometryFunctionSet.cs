using System.Collections.Immutable;
using Archive.DuckDb.Functions;

namespace Archive.Engine.Functions.Geometries;

/// <summary>The functions whose arguments or results are geometries.</summary>
internal static class GeometryFunctionSet
{
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        new GeometryValue(), new GeometryOfText(), new GeometryAsText(), new BoxCorners(), new FrameTurn(), new ShapeOfNumbers(), ShapeRelationTest.Within, ShapeRelationTest.Intersects, new ShapeArea(),
        ShapeMeasure.Centroid, ShapeMeasure.BoundingCircle, new HealpixIndex(), new HealpixCentre(), ShapeOfText.Region, ShapeOfText.Moc, new MovedPosition(),
    ];
}
