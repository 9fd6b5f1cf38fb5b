using Archive.Adql.Resolution.Tree;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Geometries;

/// <summary>Geometries that are values, a column or the result of a function, seen as the numbers that they are made of.</summary>
internal static class GeometryParts
{
    /// <summary>Values that a point may be made of: its coordinates name each of them twice, and points are made of points.</summary>
    private const int LargestPoint = 64;

    /// <summary>Can the value be an argument where a geometry is wanted? Texts can whose xtype says that they hold one.</summary>
    public static bool IsGeometry(ColumnType type) => type.IsGeometry || IsRegionText(type) || IsMocText(type);

    public static bool IsPoint(ColumnType type) => type.IsGeometry && type.Xtype == ColumnType.Point.Xtype;

    /// <summary>A region or a position as STC-S: what TAP 1.0 calls <c>adql:REGION</c> and <c>adql:POINT</c>.</summary>
    public static bool IsRegionText(ColumnType type) => IsText(type)
        && (string.Equals(type.Xtype, ColumnType.Region.Xtype, StringComparison.OrdinalIgnoreCase) || string.Equals(type.Xtype, "adql:POINT", StringComparison.OrdinalIgnoreCase));

    public static bool IsMocText(ColumnType type) => IsText(type) && string.Equals(type.Xtype, ColumnType.Moc.Xtype, StringComparison.OrdinalIgnoreCase);

    /// <summary>A point as its coordinates, a column of circles as centre and radius; other geometries as they are. Null if too much would have to be written twice.</summary>
    public static ResolvedExpression? Take(ResolvedExpression geometry)
    {
        if (geometry is ResolvedShape || geometry.Type is not { IsGeometry: true, Xtype: var kind }) return geometry;
        if (kind == ColumnType.Point.Xtype) return Count(geometry) <= LargestPoint ? PointOf(geometry) : null;
        return kind == ColumnType.Circle.Xtype && geometry is ResolvedColumn ? new ResolvedCircle(PointOf(geometry), new ResolvedElement(geometry, 3)) : geometry;
    }

    /// <summary>The value that was taken apart, where the shape is one.</summary>
    public static ResolvedExpression? Whole(ResolvedShape shape) => shape switch
    {
        ResolvedPoint { Longitude: ResolvedElement { Number: 1 } first, Latitude: ResolvedElement { Number: 2 } second }
            when ReferenceEquals(first.Geometry, second.Geometry) && first.Geometry.Type!.Xtype == ColumnType.Point.Xtype => first.Geometry,
        ResolvedCircle { Center.Longitude: ResolvedElement { Number: 1 } first, Center.Latitude: ResolvedElement { Number: 2 } second, Radius: ResolvedElement { Number: 3 } third }
            when ReferenceEquals(first.Geometry, second.Geometry) && ReferenceEquals(first.Geometry, third.Geometry) => first.Geometry,
        _ => null,
    };

    private static ResolvedPoint PointOf(ResolvedExpression geometry) => new(new ResolvedElement(geometry, 1), new ResolvedElement(geometry, 2));

    private static bool IsText(ColumnType type) => type.Datatype is Datatype.Char or Datatype.UnicodeChar;

    private static int Count(ResolvedExpression expression)
    {
        var count = 1;
        foreach (var operand in expression.Operands)
        {
            if (count > LargestPoint) break;
            count += Count(operand);
        }

        return count;
    }
}
