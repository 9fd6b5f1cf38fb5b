using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Sky.Frames;

namespace Archive.Adql.Resolution;

/// <summary>Frames of geometries. What is fixed is turned when the query is compiled, what depends on the row by a function.</summary>
internal sealed partial class Resolver
{
    /// <summary>The frame that a geometry's first argument names; null if it names none.</summary>
    private SkyFrame? Frame(StringLiteral? coordinateSystem)
    {
        if (coordinateSystem is null) return null;
        if (!CoordinateSystems.TryRead(coordinateSystem.Value, out var frame)) diagnostics.Add(GeometryMessages.UnknownCoordinateSystem(coordinateSystem.Value, coordinateSystem.Span));
        return frame;
    }

    /// <summary>Two geometries in one frame. If one is fixed it is turned into the frame of the other, so that the rows' numbers are taken as they are.</summary>
    private (ResolvedExpression First, ResolvedExpression Second)? InOneFrame(FramedGeometry? first, FramedGeometry? second, FunctionCall call)
    {
        if (first is not { } one || second is not { } other) return null;
        var common = other.IsFixed ? one.Frame : one.IsFixed ? other.Frame : one.Frame == other.Frame ? one.Frame : SkyFrame.Icrs;
        var left = InFrame(one, common, call.Arguments[0].Span);
        var right = InFrame(other, common, call.Arguments[1].Span);
        return left is null || right is null ? null : (left, right);
    }

    /// <summary>The geometry with its numbers in a frame; a frame that isn't said is ICRS. Null, and reported, if it is made of too much.</summary>
    private ResolvedExpression? InFrame(FramedGeometry framed, SkyFrame? frame, SourceSpan span)
    {
        var transform = FrameTransform.Between(framed.Frame ?? SkyFrame.Icrs, frame ?? SkyFrame.Icrs);
        return transform.IsIdentity ? framed.Geometry : Transformed(framed.Geometry, transform, span);
    }

    private ResolvedFixedShape? Turned(ResolvedFixedShape shape, FrameTransform transform, SourceSpan span)
    {
        try
        {
            return new ResolvedFixedShape(shape.Shape.Transformed(transform));
        }
        catch (ArgumentException error)
        {
            diagnostics.Add(GeometryMessages.InvalidShape(error.Message, span));
            return null;
        }
    }

    private ResolvedExpression? Transformed(ResolvedExpression geometry, FrameTransform transform, SourceSpan span)
    {
        switch (geometry)
        {
            case ResolvedFixedShape shape:
                return Turned(shape, transform, span);
            case ResolvedPoint { Longitude: ResolvedReal lon, Latitude: ResolvedReal lat }:
                return FixedShapes.PointOf(transform.Apply(lon.Value, lat.Value));
            case ResolvedCircle circle:
                return Transformed(circle.Center, transform, span) is ResolvedPoint center ? circle with { Center = center } : null;
            default:
                return Parts(GeometryFunctions.Transform.Of(geometry.Type!, geometry, new ResolvedInteger((int)transform.From), new ResolvedInteger((int)transform.To)), span);
        }
    }
}
