using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;
using Archive.Sky.Frames;

namespace Archive.Adql.Resolution;

/// <summary>The IVOA catalogue's functions of positions, as far as they take or give geometries.</summary>
internal sealed partial class Resolver
{
    /// <summary>ivo_healpix_index of an order and either two numbers or a point.</summary>
    private ResolvedExpression HealpixIndex(FunctionCall call, Scope scope)
    {
        var arguments = call.Arguments;
        if (arguments.Count is not (2 or 3)) return Fail(TypeMessages.WrongArgumentCount("IVO_HEALPIX_INDEX", "an order and a point or two numbers", arguments.Count, call.Span));
        var order = Argument(GeometryFunctions.HealpixIndex, 0, arguments[0], scope);
        var point = arguments.Count == 2 ? PointArgument(arguments[1], scope) : Coordinates(arguments[1], arguments[2], scope);
        return point is null ? ResolvedNull.Instance : GeometryFunctions.HealpixIndex.Of(ColumnType.Long, order, point.Longitude, point.Latitude);
    }

    /// <summary>ivo_geom_transform: the numbers of the geometry are in the first frame whatever it says itself, and come out in the second.</summary>
    private FramedGeometry? GeometryTransform(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 3)
        {
            diagnostics.Add(TypeMessages.WrongArgumentCount("IVO_GEOM_TRANSFORM", "two frames and a geometry", call.Arguments.Count, call.Span));
            return null;
        }

        var (from, to) = (RefFrame(call, 0), RefFrame(call, 1));
        if (Framed(call.Arguments[2], scope) is not { } geometry || from is null || to is null) return null;
        var turned = InFrame(geometry with { Frame = from }, to, call.Arguments[2].Span);
        return turned is null ? null : new FramedGeometry(turned, SkyFrame.Icrs);
    }

    /// <summary>ivo_epoch_prop_pos: a position and epochs that are NULL whatever the row is are a mistake; all else that is NULL is as good as 0.</summary>
    private ResolvedExpression MovedPosition(FunctionCall call, Scope scope)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (i is 0 or 1 or 6 or 7 && call.Arguments[i] is NullLiteral)
                return Fail(TypeMessages.WrongArgument("IVO_EPOCH_PROP_POS", i + 1, "a number", "NULL", call.Arguments[i].Span));
        }

        return ScalarFunction(call, scope);
    }

    /// <summary>A frame's name in the IVOA vocabulary, written out.</summary>
    private SkyFrame? RefFrame(FunctionCall call, int index)
    {
        if (call.Arguments[index] is StringLiteral name && FrameNames.TryParse(name.Value, out var frame)) return frame;
        diagnostics.Add(TypeMessages.NotALiteral("IVO_GEOM_TRANSFORM", index + 1, "one of " + string.Join(", ", FrameNames.All.Select(known => $"'{known}'")), call.Arguments[index].Span));
        return null;
    }
}
