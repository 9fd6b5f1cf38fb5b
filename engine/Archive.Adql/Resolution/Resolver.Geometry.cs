using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;
using Archive.Sky.Shapes;

namespace Archive.Adql.Resolution;

/// <summary>Geometry (ADQL 2.1, section 4.2).</summary>
internal sealed partial class Resolver
{
    private ResolvedExpression Contains(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 2) return Fail(TypeMessages.WrongArgumentCount("CONTAINS", "2 arguments", call.Arguments.Count, call.Span));
        if (call.Arguments[0] is GeometryValueFunction { Kind: not GeometryKind.Point }) return Fail(SupportMessages.ContainsOfShapes(call.Arguments[0].Span));
        var point = Point(call.Arguments[0], scope);
        var shape = Shape(call.Arguments[1], scope);
        if (point is null || shape is null) return ResolvedNull.Instance;
        // A circle around a row's position contains a fixed point where a circle around the fixed point contains the row's.
        if (shape is ResolvedCircle { Radius: ResolvedReal } circle && IsFixed(point) && !IsFixed(circle.Center)) (point, shape) = (circle.Center, circle with { Center = point });
        return Fixed(shape, call.Arguments[1].Span) is { } known ? new ResolvedContains(point, known) : ResolvedNull.Instance;
    }

    /// <summary>The shape as the sky library knows it where all its numbers are written out, else the shape as it is; null, and reported, if it can't be one.</summary>
    private ResolvedShape? Fixed(ResolvedShape shape, SourceSpan span)
    {
        try
        {
            return shape switch
            {
                ResolvedCircle { Radius: ResolvedReal radius, Center: { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } } =>
                    new ResolvedFixedShape(new CircleShape(lon.Value, lat.Value, radius.Value)),
                ResolvedBox { Width: ResolvedReal width, Height: ResolvedReal height, Center: { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat } } =>
                    new ResolvedFixedShape(new BoxShape(lon.Value, lat.Value, width.Value, height.Value)),
                ResolvedPolygon polygon when polygon.Vertices.All(IsFixed) =>
                    new ResolvedFixedShape(new PolygonShape([.. polygon.Vertices.SelectMany(vertex => new[] { ((ResolvedReal)vertex.Longitude).Value, ((ResolvedReal)vertex.Latitude).Value })])),
                _ => shape,
            };
        }
        catch (ArgumentException error)
        {
            diagnostics.Add(GeometryMessages.InvalidShape(error.Message, span));
            return null;
        }
    }

    private static bool IsFixed(ResolvedPoint point) => point is { Longitude: ResolvedReal, Latitude: ResolvedReal };

    /// <summary>DISTANCE of two points or of four numbers.</summary>
    private ResolvedExpression Distance(FunctionCall call, Scope scope)
    {
        var arguments = call.Arguments;
        if (arguments.Count is not (2 or 4)) return Fail(TypeMessages.WrongArgumentCount("DISTANCE", "2 points or 4 numbers", arguments.Count, call.Span));
        var first = arguments.Count == 2 ? Point(arguments[0], scope) : Coordinates(arguments[0], arguments[1], scope);
        var second = arguments.Count == 2 ? Point(arguments[1], scope) : Coordinates(arguments[2], arguments[3], scope);
        return first is null || second is null ? ResolvedNull.Instance : new ResolvedDistance(first, second);
    }

    /// <summary>COORD1 and COORD2 of a point.</summary>
    private ResolvedExpression Coordinate(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 1) return Fail(TypeMessages.WrongArgumentCount(call.Name.Text, "1 argument", call.Arguments.Count, call.Span));
        if (Point(call.Arguments[0], scope) is not { } point) return ResolvedNull.Instance;
        return call.Name.Text.EndsWith('1') ? point.Longitude : point.Latitude;
    }

    private static bool MakesPoint(ValueExpression syntax) => syntax is GeometryValueFunction { Kind: GeometryKind.Point } or FunctionCall { Name.Text: "CENTROID" };

    /// <summary>A point; null, and reported, if the value isn't one.</summary>
    private ResolvedPoint? Point(ValueExpression syntax, Scope scope)
    {
        switch (syntax)
        {
            case GeometryValueFunction { Kind: GeometryKind.Point } point:
                CheckCoordinateSystem(point);
                if (point.Arguments.Count == 2) return Coordinates(point.Arguments[0], point.Arguments[1], scope);
                diagnostics.Add(GeometryMessages.WrongCoordinateCount("POINT", "a longitude and a latitude", point.Span));
                return null;
            case FunctionCall { Name.Text: "CENTROID", Arguments.Count: 1 } centroid:
                return Centroid(centroid, scope);
            default:
                diagnostics.Add(GeometryMessages.NotAGeometry("a POINT", syntax.Span));
                return null;
        }
    }

    private ResolvedPoint? Centroid(FunctionCall call, Scope scope)
    {
        if (MakesPoint(call.Arguments[0])) return Point(call.Arguments[0], scope);
        switch (Shape(call.Arguments[0], scope))
        {
            case ResolvedCircle circle:
                return circle.Center;
            case ResolvedBox box:
                return box.Center;
            case ResolvedPolygon:
                diagnostics.Add(SupportMessages.CentroidOfPolygon(call.Span));
                return null;
            default:
                return null;
        }
    }

    /// <summary>A shape with an inside; null, and reported, if the value isn't one.</summary>
    private ResolvedShape? Shape(ValueExpression syntax, Scope scope)
    {
        if (syntax is not GeometryValueFunction { Kind: not GeometryKind.Point } geometry)
        {
            diagnostics.Add(GeometryMessages.NotAGeometry("a CIRCLE, BOX or POLYGON", syntax.Span));
            return null;
        }

        CheckCoordinateSystem(geometry);
        return geometry.Kind switch
        {
            GeometryKind.Circle => Circle(geometry, scope),
            GeometryKind.Box => Box(geometry, scope),
            _ => Polygon(geometry, scope),
        };
    }

    private ResolvedCircle? Circle(GeometryValueFunction syntax, Scope scope)
    {
        if (Center(syntax, 1, "a centre and a radius", scope) is not { } center) return null;
        return new ResolvedCircle(center, Degrees(syntax.Arguments[^1], scope));
    }

    private ResolvedBox? Box(GeometryValueFunction syntax, Scope scope)
    {
        if (Center(syntax, 2, "a centre, a width and a height", scope) is not { } center) return null;
        var (width, height) = (Degrees(syntax.Arguments[^2], scope), Degrees(syntax.Arguments[^1], scope));
        return new ResolvedBox(center, width, height);
    }

    private ResolvedPolygon? Polygon(GeometryValueFunction syntax, Scope scope)
    {
        var arguments = syntax.Arguments;
        var ofPoints = MakesPoint(arguments[0]);
        if (ofPoints ? arguments.Count < 3 : arguments.Count < 6 || arguments.Count % 2 != 0)
        {
            diagnostics.Add(GeometryMessages.WrongCoordinateCount("POLYGON", "three or more vertices, all as pairs of numbers or all as points", syntax.Span));
            return null;
        }

        var vertices = ImmutableArray.CreateBuilder<ResolvedPoint>();
        for (var i = 0; i < arguments.Count; i += ofPoints ? 1 : 2)
        {
            var vertex = ofPoints ? Point(arguments[i], scope) : Coordinates(arguments[i], arguments[i + 1], scope);
            if (vertex is null) return null;
            vertices.Add(vertex);
        }

        return new ResolvedPolygon(new(vertices.DrainToImmutable()));
    }

    /// <summary>The centre as a point or as two numbers, before so many sizes.</summary>
    private ResolvedPoint? Center(GeometryValueFunction syntax, int sizes, string wanted, Scope scope)
    {
        var arguments = syntax.Arguments;
        if (MakesPoint(arguments[0]) && arguments.Count == sizes + 1) return Point(arguments[0], scope);
        if (arguments.Count == sizes + 2) return Coordinates(arguments[0], arguments[1], scope);
        diagnostics.Add(GeometryMessages.WrongCoordinateCount(NameOf(syntax.Kind), wanted, syntax.Span));
        return null;
    }

    private ResolvedPoint? Coordinates(ValueExpression longitudeSyntax, ValueExpression latitudeSyntax, Scope scope)
    {
        var (longitude, latitude) = (Degrees(longitudeSyntax, scope), Degrees(latitudeSyntax, scope));
        if (latitude is ResolvedReal { Value: var lat } && Math.Abs(lat) > 90)
        {
            diagnostics.Add(GeometryMessages.LatitudeOutOfRange(lat, latitudeSyntax.Span));
            return null;
        }

        return new ResolvedPoint(longitude, latitude);
    }

    /// <summary>A coordinate or size as a double; computed now where it is written out.</summary>
    private ResolvedExpression Degrees(ValueExpression syntax, Scope scope)
    {
        var value = AsNumber(Value(syntax, scope), "A coordinate or size", syntax.Span);
        return ConstantArithmetic.Evaluate(value) is { } constant ? new ResolvedReal(constant) : Coerce(value, ColumnType.Double);
    }

    /// <summary>The first word of a coordinate system says the frame. All positions are ICRS; FK5 at J2000 is the same to some 20 milliarcseconds.</summary>
    private void CheckCoordinateSystem(GeometryValueFunction geometry)
    {
        if (geometry.CoordinateSystem is not { } system) return;
        var name = system.Value.AsSpan().Trim();
        var end = name.IndexOf(' ');
        var frame = end < 0 ? name : name[..end];
        if (frame.IsEmpty || frame.Equals("ICRS", StringComparison.OrdinalIgnoreCase) || frame.Equals("FK5", StringComparison.OrdinalIgnoreCase)
            || frame.Equals("J2000", StringComparison.OrdinalIgnoreCase)) return;
        diagnostics.Add(SupportMessages.CoordinateSystem(system.Value, system.Span));
    }

    private static string NameOf(GeometryKind kind) => kind.ToString().ToUpperInvariant();
}
