using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Geometries;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Sky;
using Archive.Sky.Frames;
using Archive.Sky.Moc;
using Archive.Sky.Shapes;
using Archive.Sky.Stcs;

namespace Archive.Adql.Resolution;

/// <summary>Geometries that a literal describes: REGION in STC-S (ADQL 2.1, section 4.2.18; TAP 1.0, section 6), and MOC, which is beyond ADQL.</summary>
internal sealed partial class Resolver
{
    private FramedGeometry? Region(FunctionCall call) => Described(call, "a region in STC-S such as 'Circle ICRS 10.5 -20 0.5'", text =>
    {
        var region = StcsReader.Parse(text);
        return new FramedGeometry(FixedShapes.OfShape(region.Shape), region.Frame);
    });

    private FramedGeometry? Moc(FunctionCall call) => Described(call, "a coverage map such as '3/3-10 5/1,2'", text =>
        new FramedGeometry(new ResolvedFixedShape(MocShape.Parse(text)), SkyFrame.Icrs));

    private FramedGeometry? Described(FunctionCall call, string wanted, Func<string, FramedGeometry> read)
    {
        var name = call.Name.Text.ToUpperInvariant();
        if (call.Arguments.Count != 1)
        {
            diagnostics.Add(TypeMessages.WrongArgumentCount(name, "1 argument", call.Arguments.Count, call.Span));
            return null;
        }

        if (call.Arguments[0] is not StringLiteral literal)
        {
            diagnostics.Add(TypeMessages.NotALiteral(name, 1, wanted, call.Arguments[0].Span));
            return null;
        }

        try
        {
            return read(literal.Value);
        }
        catch (ShapeTextException error)
        {
            diagnostics.Add(GeometryMessages.NotARegion(error.Message, PlaceIn(literal, error), error.Hint));
        }
        catch (ArgumentException error)
        {
            diagnostics.Add(GeometryMessages.InvalidShape(error.Message, literal.Span));
        }

        return null;
    }

    /// <summary>The place in the query of a place in a literal, which is known where the literal is one line without quotes in it.</summary>
    private static SourceSpan PlaceIn(StringLiteral literal, ShapeTextException error)
    {
        var isPlain = literal.Span.Length == literal.Value.Length + 2 && !literal.Value.Contains('\n', StringComparison.Ordinal);
        var skipped = 1 + error.Position;
        return isPlain ? new SourceSpan(literal.Span.Offset + skipped, Math.Max(1, error.Length), literal.Span.Line, literal.Span.Column + skipped) : literal.Span;
    }
}
