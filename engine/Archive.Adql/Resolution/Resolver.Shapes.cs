using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;
using Archive.Sky.Frames;

namespace Archive.Adql.Resolution;

/// <summary>POINT, CIRCLE, BOX and POLYGON (ADQL 2.1, sections 4.2.8 to 4.2.16). A shape that can't be is reported, and null.</summary>
internal sealed partial class Resolver
{
    /// <summary>A shape in the frame that it names, else in that of the first point it is made of.</summary>
    private FramedGeometry? Shape(GeometryValueFunction syntax, Scope scope)
    {
        var frame = Frame(syntax.CoordinateSystem);
        var framed = new FramedGeometry[syntax.Arguments.Count];
        for (var i = 0; i < framed.Length; i++)
        {
            framed[i] = Part(syntax.Arguments[i], scope);
            frame ??= framed[i].Frame;
        }

        var parts = new ResolvedExpression[framed.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = framed[i].Frame is null ? framed[i].Geometry : InFrame(framed[i], frame, syntax.Arguments[i].Span) ?? ResolvedNull.Instance;
        ResolvedShape? shape = syntax.Kind switch
        {
            GeometryKind.Point => Point(syntax, parts),
            GeometryKind.Circle => Circle(syntax, parts),
            GeometryKind.Box => Box(syntax, parts),
            _ => Polygon(syntax, parts),
        };
        return shape is not null && Fixed(shape, syntax.Span) is { } known ? new FramedGeometry(known, frame) : null;
    }

    /// <summary>What a shape is made of: a point, or a number, which has no frame.</summary>
    private FramedGeometry Part(ValueExpression syntax, Scope scope)
    {
        if (MakesGeometry(syntax)) return Framed(syntax, scope) ?? new FramedGeometry(ResolvedNull.Instance, null);
        var value = Value(syntax, scope);
        return new FramedGeometry(value, value.Type.Kind() == TypeKind.Geometry ? SkyFrame.Icrs : null);
    }

    private ResolvedPoint? Point(GeometryValueFunction syntax, ResolvedExpression[] parts)
    {
        if (parts.Length == 2) return Coordinates(syntax, parts, 0);
        diagnostics.Add(GeometryMessages.WrongCoordinateCount("POINT", "a longitude and a latitude", syntax.Span));
        return null;
    }

    private ResolvedCircle? Circle(GeometryValueFunction syntax, ResolvedExpression[] parts)
    {
        if (Center(syntax, parts, 1, "a centre and a radius") is not { } center) return null;
        return new ResolvedCircle(center, Degrees(parts[^1], syntax.Arguments[^1].Span));
    }

    private ResolvedBox? Box(GeometryValueFunction syntax, ResolvedExpression[] parts)
    {
        if (Center(syntax, parts, 2, "a centre, a width and a height") is not { } center) return null;
        return new ResolvedBox(center, Degrees(parts[^2], syntax.Arguments[^2].Span), Degrees(parts[^1], syntax.Arguments[^1].Span));
    }

    private ResolvedPolygon? Polygon(GeometryValueFunction syntax, ResolvedExpression[] parts)
    {
        var ofPoints = IsPoint(syntax, parts, 0);
        if (ofPoints ? parts.Length < 3 : parts.Length < 6 || parts.Length % 2 != 0)
        {
            diagnostics.Add(GeometryMessages.WrongCoordinateCount("POLYGON", "three or more vertices, all as pairs of numbers or all as points", syntax.Span));
            return null;
        }

        var vertices = ImmutableArray.CreateBuilder<ResolvedPoint>();
        for (var i = 0; i < parts.Length; i += ofPoints ? 1 : 2)
        {
            var vertex = ofPoints ? PointOf(parts[i], syntax.Arguments[i].Span) : Coordinates(syntax, parts, i);
            if (vertex is null) return null;
            vertices.Add(vertex);
        }

        return new ResolvedPolygon(new(vertices.DrainToImmutable()));
    }

    /// <summary>The centre as a point or as two numbers, before so many sizes.</summary>
    private ResolvedPoint? Center(GeometryValueFunction syntax, ResolvedExpression[] parts, int sizes, string wanted)
    {
        if (parts.Length == sizes + 1 && IsPoint(syntax, parts, 0)) return PointOf(parts[0], syntax.Arguments[0].Span);
        if (parts.Length == sizes + 2) return Coordinates(syntax, parts, 0);
        diagnostics.Add(GeometryMessages.WrongCoordinateCount(NameOf(syntax.Kind), wanted, syntax.Span));
        return null;
    }

    private static bool IsPoint(GeometryValueFunction syntax, ResolvedExpression[] parts, int index) =>
        (parts[index].Type is { } type && GeometryParts.IsPoint(type)) || syntax.Arguments[index] is GeometryValueFunction { Kind: GeometryKind.Point };

    /// <summary>The point whose longitude is the part at the index, and whose latitude is the next one.</summary>
    private ResolvedPoint? Coordinates(GeometryValueFunction syntax, ResolvedExpression[] parts, int index) =>
        Coordinates(parts[index], syntax.Arguments[index].Span, parts[index + 1], syntax.Arguments[index + 1].Span);

    private ResolvedPoint? Coordinates(ResolvedExpression longitudeValue, SourceSpan longitudeSpan, ResolvedExpression latitudeValue, SourceSpan latitudeSpan)
    {
        var (longitude, latitude) = (Degrees(longitudeValue, longitudeSpan), Degrees(latitudeValue, latitudeSpan));
        if (latitude is ResolvedReal { Value: var lat } && Math.Abs(lat) > 90)
        {
            diagnostics.Add(GeometryMessages.LatitudeOutOfRange(lat, latitudeSpan));
            return null;
        }

        return new ResolvedPoint(longitude, latitude);
    }

    /// <summary>A coordinate or size as a double; computed now where it is written out.</summary>
    private ResolvedExpression Degrees(ResolvedExpression part, SourceSpan span)
    {
        var value = AsNumber(part, "A coordinate or size", span);
        return ConstantArithmetic.Evaluate(value) is { } constant ? new ResolvedReal(constant) : Coerce(value, ColumnType.Double);
    }

    private static string NameOf(GeometryKind kind) => kind.ToString().ToUpperInvariant();
}
