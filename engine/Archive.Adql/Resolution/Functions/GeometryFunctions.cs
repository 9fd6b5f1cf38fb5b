using System.Collections.Immutable;
using Archive.Adql.Resolution.Tree;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Functions;

/// <summary>Functions whose arguments or results are geometries; the resolver has rules of their own for them. A shape among the arguments is a <see cref="ResolvedEncodedShape"/>.</summary>
public static class GeometryFunctions
{
    /// <summary>Square degrees of a shape (ADQL 2.1, section 4.2.7).</summary>
    public static ScalarFunction Area { get; } = Define("AREA", 1);

    /// <summary>The centre of a shape, a point (ADQL 2.1, section 4.2.10).</summary>
    public static ScalarFunction Centroid { get; } = Define("CENTROID", 1);

    /// <summary>A circle that contains a shape. No query can name it: joins of shapes need it.</summary>
    public static ScalarFunction BoundingCircle { get; } = Define("BOUNDING_CIRCLE", 1);

    /// <summary>The frame of a geometry: the geometry, and the frame's name; null where the geometry is.</summary>
    public static ScalarFunction CoordinateSystem { get; } = Define("COORDSYS", 2);

    /// <summary>DALI's text of a geometry read: the text, and the number of numbers it must have, or 0 for a polygon. Null where it is another text.</summary>
    public static ScalarFunction OfText { get; } = Define("GEOMETRY_OF_TEXT", 2);

    /// <summary>A geometry as DALI writes it.</summary>
    public static ScalarFunction AsText { get; } = Define("TEXT_OF_GEOMETRY", 1);

    /// <summary>A geometry turned from one frame to another: the geometry and the two frames by their numbers in <see cref="Sky.Frames.SkyFrame"/>.</summary>
    public static ScalarFunction Transform { get; } = Define("TRANSFORM", 3);

    /// <summary>The HEALPix cell of a position: order, longitude, latitude.</summary>
    public static ScalarFunction HealpixIndex { get; } = new("IVO_HEALPIX_INDEX", ResultRule.Long, 3, false, [ParameterKind.Integer, ParameterKind.Double, ParameterKind.Double]);

    public static ImmutableArray<ScalarFunction> All { get; } = [Area, Centroid, BoundingCircle, CoordinateSystem, OfText, AsText, Transform, HealpixIndex];

    public static ResolvedFunction Of(this ScalarFunction function, ColumnType type, params ReadOnlySpan<ResolvedExpression> arguments) => new(function, new([.. arguments]), type);

    private static ScalarFunction Define(string name, int arguments) => new(name, ResultRule.First, arguments, false, [.. Enumerable.Repeat(ParameterKind.Same, arguments)]);
}
