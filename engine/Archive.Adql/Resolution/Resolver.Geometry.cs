using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;
using Archive.Sky.Frames;
using Archive.Sky.Moc;
using Archive.Sky.Shapes;

namespace Archive.Adql.Resolution;

/// <summary>Geometries as arguments and as values (ADQL 2.1, section 4.2). One that can't be is reported, and null; so is the literal NULL, unreported.</summary>
internal sealed partial class Resolver
{
    /// <summary>A geometry of any kind in ICRS: a fixed shape, a shape of which the parts are known, or another value whose type says that it is a geometry.</summary>
    private ResolvedExpression? Geometry(ValueExpression syntax, Scope scope) => Framed(syntax, scope) is { } framed ? InFrame(framed, SkyFrame.Icrs, syntax.Span) : null;

    /// <summary>A geometry of any kind in the frame that the query gives it.</summary>
    private FramedGeometry? Framed(ValueExpression syntax, Scope scope)
    {
        if (syntax is GeometryValueFunction function) return Shape(function, scope);
        if (MakesGeometry(syntax)) return MadeGeometry((FunctionCall)syntax, scope);
        var value = Value(syntax, scope);
        if (value.Type is not { } type) return null;
        if (GeometryParts.IsGeometry(type)) return Parts(value, syntax.Span) is { } parts ? new FramedGeometry(parts, SkyFrame.Icrs) : null;
        diagnostics.Add(GeometryMessages.NotAGeometry("a geometry", value.Type.Describe(), syntax.Span));
        return null;
    }

    /// <summary>Does it make a geometry that is more than a value: one that names its frame, or may have several parts?</summary>
    private static bool MakesGeometry(ValueExpression syntax) =>
        syntax is GeometryValueFunction || (syntax is FunctionCall { Name.Text: var name } && name.ToUpperInvariant() is "REGION" or "MOC" or "IVO_GEOM_TRANSFORM");

    private FramedGeometry? MadeGeometry(FunctionCall call, Scope scope) => call.Name.Text.ToUpperInvariant() switch
    {
        "REGION" => Region(call),
        "MOC" => Moc(call),
        _ => GeometryTransform(call, scope),
    };

    /// <summary>The geometry where a value is wanted: DALI's array has no room for a region of several parts, and a box is the polygon of its corners.</summary>
    private ResolvedExpression AsValue(ResolvedExpression? geometry, SourceSpan span)
    {
        try
        {
            return geometry switch
            {
                null => ResolvedNull.Instance,
                ResolvedFixedShape { Shape: BoxShape box } => new ResolvedFixedShape(box.ToPolygon()),
                ResolvedFixedShape { Shape: MocShape moc } => new ResolvedCast(new ResolvedText(moc.ToString()), ColumnType.Moc),
                ResolvedFixedShape shape when shape.Type == ColumnType.Region => Fail(GeometryMessages.RegionAsValue(span)),
                _ => geometry,
            };
        }
        catch (ArgumentException error)
        {
            return Fail(GeometryMessages.InvalidShape(error.Message, span));
        }
    }

    private FramedGeometry? FramedPoint(ValueExpression syntax, Scope scope)
    {
        if (MakesGeometry(syntax)) return Framed(syntax, scope) is { } framed && PointOf(framed.Geometry, syntax.Span) is { } own ? framed with { Geometry = own } : null;
        var value = Value(syntax, scope);
        return value.Type is not null && PointOf(value, syntax.Span) is { } point ? new FramedGeometry(point, SkyFrame.Icrs) : null;
    }

    private ResolvedPoint? PointArgument(ValueExpression syntax, Scope scope) =>
        FramedPoint(syntax, scope) is { } framed ? (ResolvedPoint?)InFrame(framed, SkyFrame.Icrs, syntax.Span) : null;

    private ResolvedPoint? PointOf(ResolvedExpression value, SourceSpan span)
    {
        if (value is ResolvedPoint known) return known;
        if (value.Type is { } type && GeometryParts.IsPoint(type)) return (ResolvedPoint?)Parts(value, span);
        diagnostics.Add(GeometryMessages.NotAGeometry("a POINT", value.Type.Describe(), span));
        return null;
    }

    private ResolvedExpression? Parts(ResolvedExpression value, SourceSpan span)
    {
        var parts = GeometryParts.Take(value);
        if (parts is null) diagnostics.Add(LimitMessages.PointOfTooMuch(span));
        return parts;
    }

    /// <summary>The shape as the sky library knows it where all its numbers are written out.</summary>
    private ResolvedShape? Fixed(ResolvedShape shape, SourceSpan span)
    {
        try
        {
            return FixedShapes.Fix(shape);
        }
        catch (ArgumentException error)
        {
            diagnostics.Add(GeometryMessages.InvalidShape(error.Message, span));
            return null;
        }
    }
}
