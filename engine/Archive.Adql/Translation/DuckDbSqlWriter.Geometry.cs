using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Tree;
using Archive.Catalogue.Tables;
using Archive.Sky.Shapes;

namespace Archive.Adql.Translation;

/// <summary>Writes geometries and what is asked of them.</summary>
internal sealed partial class DuckDbSqlWriter
{
    private const string Hex = "0123456789ABCDEF";

    private void GeometricValue(ResolvedExpression expression)
    {
        switch (expression)
        {
            case ResolvedDistance distance:
                sql.Append(SkyFunctions.Distance).Append('(');
                Point(distance.First);
                sql.Append(", ");
                Point(distance.Second);
                sql.Append(')');
                break;
            case ResolvedContains contains:
                sql.Append("CAST(");
                Inside(contains);
                sql.Append(" AS INTEGER)");
                break;
            case ResolvedShapeRelation relation:
                sql.Append("CAST(");
                Related(relation);
                sql.Append(" AS INTEGER)");
                break;
            case ResolvedElement element:
                Operand(element.Geometry);
                sql.Append('[').Append(element.Number).Append(']');
                break;
            case ResolvedEncodedShape encoded:
                Encoded(encoded.Geometry);
                break;
            case ResolvedShape shape:
                ShapeAsValue(shape);
                break;
        }
    }

    /// <summary>DALI's array of numbers.</summary>
    private void ShapeAsValue(ResolvedShape shape)
    {
        if (GeometryParts.Whole(shape) is { } whole)
        {
            Value(whole);
            return;
        }

        sql.Append(shape is ResolvedBox or ResolvedFixedShape { Shape: BoxShape } ? SkyFunctions.BoxCorners : SkyFunctions.Geometry).Append('(');
        Numbers(shape);
        sql.Append(')');
    }

    /// <summary>Any geometry as the bytes that functions of shapes take.</summary>
    private void Encoded(ResolvedExpression geometry)
    {
        if (FixedShapes.Of(geometry) is { } known)
        {
            Shape(known);
            return;
        }

        var type = geometry.Type!;
        sql.Append(GeometryParts.IsRegionText(type) ? SkyFunctions.Region : GeometryParts.IsMocText(type) ? SkyFunctions.Moc : SkyFunctions.Shape).Append('(');
        if (geometry is ResolvedShape shape && GeometryParts.Whole(shape) is null) Numbers(shape);
        else Value(geometry);
        sql.Append(')');
    }

    private void Numbers(ResolvedShape shape)
    {
        sql.Append('[');
        switch (shape)
        {
            case ResolvedPoint point:
                Point(point);
                break;
            case ResolvedCircle circle:
                Circle(circle);
                break;
            case ResolvedBox box:
                Box(box);
                break;
            case ResolvedPolygon polygon:
                Vertices(polygon);
                break;
            case ResolvedFixedShape { Shape: var known }:
                Numbers(known);
                break;
        }

        sql.Append("]::DOUBLE[]");
    }

    private void Numbers(SkyShape shape)
    {
        ReadOnlySpan<double> numbers = shape switch
        {
            CircleShape circle => [circle.LonDegrees, circle.LatDegrees, circle.RadiusDegrees],
            BoxShape box => [box.LonDegrees, box.LatDegrees, box.WidthDegrees, box.HeightDegrees],
            PolygonShape polygon => polygon.LonLatDegrees,
            _ => throw new InvalidOperationException($"No array of numbers holds a {shape.GetType().Name}."),
        };
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0) sql.Append(", ");
            Real(numbers[i]);
        }
    }

    private void Point(ResolvedPoint point)
    {
        Value(point.Longitude);
        sql.Append(", ");
        Value(point.Latitude);
    }

    private void Circle(ResolvedCircle circle)
    {
        Point(circle.Center);
        sql.Append(", ");
        Value(circle.Radius);
    }

    private void Box(ResolvedBox box)
    {
        Point(box.Center);
        sql.Append(", ");
        Value(box.Width);
        sql.Append(", ");
        Value(box.Height);
    }

    private void Vertices(ResolvedPolygon polygon)
    {
        for (var i = 0; i < polygon.Vertices.Count; i++)
        {
            if (i > 0) sql.Append(", ");
            Point(polygon.Vertices[i]);
        }
    }

    /// <summary>The exact test of a relation, a BOOLEAN.</summary>
    private void Related(ResolvedShapeRelation relation)
    {
        sql.Append(relation.Relation == ShapeRelation.Within ? SkyFunctions.Within : SkyFunctions.Intersects).Append('(');
        Encoded(relation.First);
        sql.Append(", ");
        Encoded(relation.Second);
        sql.Append(')');
    }

    /// <summary>The exact test of a point in a shape, a BOOLEAN.</summary>
    private void Inside(ResolvedContains contains)
    {
        switch (contains.Shape)
        {
            case ResolvedFixedShape shape when SkySearch.Source(contains) is { } source && searchedByPosition.Contains(source):
                sql.Append(SkyFunctions.ContainsVector).Append('(');
                StoreColumn(source, StoreColumns.X, ", ");
                StoreColumn(source, StoreColumns.Y, ", ");
                StoreColumn(source, StoreColumns.Z, ", ");
                Shape(shape.Shape);
                break;
            case ResolvedFixedShape shape:
                InRowShape(SkyFunctions.Contains, contains.Point);
                Shape(shape.Shape);
                break;
            case ResolvedCircle circle:
                InRowShape(SkyFunctions.InCircle, contains.Point);
                Circle(circle);
                break;
            case ResolvedBox box:
                InRowShape(SkyFunctions.InBox, contains.Point);
                Box(box);
                break;
            case ResolvedPolygon polygon:
                InRowShape(SkyFunctions.InPolygon, contains.Point);
                Numbers(polygon);
                break;
        }

        sql.Append(')');
    }

    private void InRowShape(string function, ResolvedPoint point)
    {
        sql.Append(function).Append('(');
        Point(point);
        sql.Append(", ");
    }

    private void StoreColumn(TableSource source, string name, string then) => sql.Append('t').Append(source.Number).Append('.').Append(name).Append(then);

    private void Shape(SkyShape shape)
    {
        sql.Append('\'');
        foreach (var value in shape.Encode()) sql.Append("\\x").Append(Hex[value >> 4]).Append(Hex[value & 15]);
        sql.Append("'::BLOB");
    }
}
