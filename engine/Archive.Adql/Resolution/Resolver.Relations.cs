using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution;

/// <summary>CONTAINS, INTERSECTS and DISTANCE (ADQL 2.1, sections 4.2.11, 4.2.15 and 4.2.17).</summary>
internal sealed partial class Resolver
{
    private ResolvedExpression Contains(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 2) return Fail(TypeMessages.WrongArgumentCount("CONTAINS", "2 arguments", call.Arguments.Count, call.Span));
        return InOneFrame(Framed(call.Arguments[0], scope), Framed(call.Arguments[1], scope), call) is var (inner, outer) ? Within(inner, outer) : ResolvedNull.Instance;
    }

    private ResolvedExpression Intersects(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 2) return Fail(TypeMessages.WrongArgumentCount("INTERSECTS", "2 arguments", call.Arguments.Count, call.Span));
        if (InOneFrame(Framed(call.Arguments[0], scope), Framed(call.Arguments[1], scope), call) is not var (first, second)) return ResolvedNull.Instance;
        if (first is ResolvedPoint) return Within(first, second);
        if (second is ResolvedPoint) return Within(second, first);
        return FixedShapes.AsOneCircle(first, second) is var (center, circle) ? Within(center, circle) : new ResolvedShapeRelation(ShapeRelation.Intersects, first, second);
    }

    /// <summary>A point in a shape whose parts are known has a test of its own; all else is a relation of two shapes.</summary>
    private static ResolvedExpression Within(ResolvedExpression inner, ResolvedExpression outer)
    {
        if (inner is not ResolvedPoint point || outer is not ResolvedShape shape) return new ResolvedShapeRelation(ShapeRelation.Within, inner, outer);
        return shape switch
        {
            ResolvedPoint other => Within(point, FixedShapes.Fix(new ResolvedCircle(other, new ResolvedReal(0)))),
            // A circle around a row's position contains a fixed point where a circle around the fixed point contains the row's.
            ResolvedCircle { Radius: ResolvedReal } circle when FixedShapes.IsFixed(point) => new ResolvedContains(circle.Center, FixedShapes.Fix(circle with { Center = point })),
            _ => new ResolvedContains(point, shape),
        };
    }

    /// <summary>DISTANCE of two points or of four numbers.</summary>
    private ResolvedExpression Distance(FunctionCall call, Scope scope)
    {
        var arguments = call.Arguments;
        switch (arguments.Count)
        {
            case 2 when InOneFrame(FramedPoint(arguments[0], scope), FramedPoint(arguments[1], scope), call) is var (first, second):
                return new ResolvedDistance((ResolvedPoint)first, (ResolvedPoint)second);
            case 4 when (Coordinates(arguments[0], arguments[1], scope), Coordinates(arguments[2], arguments[3], scope)) is ({ } first, { } second):
                return new ResolvedDistance(first, second);
            case 2 or 4:
                return ResolvedNull.Instance;
            default:
                return Fail(TypeMessages.WrongArgumentCount("DISTANCE", "2 points or 4 numbers", arguments.Count, call.Span));
        }
    }

    private ResolvedPoint? Coordinates(ValueExpression longitude, ValueExpression latitude, Scope scope) =>
        Coordinates(Value(longitude, scope), longitude.Span, Value(latitude, scope), latitude.Span);
}
