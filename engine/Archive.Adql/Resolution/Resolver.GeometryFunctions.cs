using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;
using Archive.Sky.Frames;

namespace Archive.Adql.Resolution;

/// <summary>Functions of one geometry (ADQL 2.1, section 4.2), and geometries made of text.</summary>
internal sealed partial class Resolver
{
    /// <summary>AREA, CENTROID, COORDSYS: what is asked of one geometry.</summary>
    private ResolvedExpression OfGeometry(FunctionCall call, Scope scope, Func<ResolvedExpression, ResolvedExpression> ask)
    {
        if (call.Arguments.Count != 1) return Fail(TypeMessages.WrongArgumentCount(call.Name.Text, "1 argument", call.Arguments.Count, call.Span));
        return Geometry(call.Arguments[0], scope) is { } geometry ? ask(geometry) : ResolvedNull.Instance;
    }

    /// <summary>COORD1 and COORD2 of a point.</summary>
    private ResolvedExpression Coordinate(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 1) return Fail(TypeMessages.WrongArgumentCount(call.Name.Text, "1 argument", call.Arguments.Count, call.Span));
        if (PointArgument(call.Arguments[0], scope) is not { } point) return ResolvedNull.Instance;
        return call.Name.Text.EndsWith('1') ? point.Longitude : point.Latitude;
    }

    private static ResolvedExpression Centroid(ResolvedExpression geometry) => geometry switch
    {
        ResolvedPoint point => point,
        ResolvedCircle circle => circle.Center,
        ResolvedBox box => box.Center,
        ResolvedFixedShape { Shape: var shape } when FixedShapes.CentroidOf(shape) is { } center => center,
        _ => GeometryFunctions.Centroid.Of(ColumnType.Point, new ResolvedEncodedShape(geometry)),
    };

    private static ResolvedExpression Area(ResolvedExpression geometry) => GeometryFunctions.Area.Of(ColumnType.Double, new ResolvedEncodedShape(geometry));

    /// <summary>Every geometry is brought to ICRS as it is made.</summary>
    private static ResolvedExpression CoordinateSystem(ResolvedExpression geometry)
    {
        var frame = new ResolvedText(FrameNames.Of(SkyFrame.Icrs));
        return FixedShapes.Of(geometry) is not null ? frame : GeometryFunctions.CoordinateSystem.Of(ColumnType.Text, new ResolvedEncodedShape(geometry), frame);
    }

    /// <summary>CAST to POINT, CIRCLE or POLYGON: of DALI's text, or of a value that is one already.</summary>
    private ResolvedExpression CastToGeometry(ResolvedExpression operand, ColumnType target, CastSpecification syntax)
    {
        switch (operand.Type.Kind())
        {
            case TypeKind.Unknown:
                return new ResolvedCast(operand, target);
            case TypeKind.Geometry when operand.Type!.Xtype == target.Xtype:
                return operand;
            case TypeKind.Text when operand is not ResolvedText:
                return GeometryFunctions.OfText.Of(target, operand, new ResolvedInteger(target.BoundOfArraysize ?? 0));
            case TypeKind.Text when DaliNumbers.TryRead(((ResolvedText)operand).Value, target, out var numbers):
                for (var i = 1; i < numbers.Length; i += 2)
                {
                    if (Math.Abs(numbers[i]) > 90) return Fail(GeometryMessages.LatitudeOutOfRange(numbers[i], syntax.Operand.Span));
                }

                return Fixed(FixedShapes.OfNumbers(numbers), syntax.Operand.Span) ?? (ResolvedExpression)ResolvedNull.Instance;
            case TypeKind.Text:
                return Fail(GeometryMessages.NotDaliText(((ResolvedText)operand).Value, target.Xtype!, syntax.Operand.Span));
            default:
                return Fail(TypeMessages.CantCast(operand.Type.Describe(), ((ColumnType?)target).Describe(), syntax.Span));
        }
    }
}
