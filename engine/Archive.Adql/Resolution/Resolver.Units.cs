using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;
using Archive.Catalogue.Units;

namespace Archive.Adql.Resolution;

/// <summary>ADQL 2.1's IN_UNIT: the column's unit is the catalogue's, the other one is written out.</summary>
internal sealed partial class Resolver
{
    private ResolvedExpression InUnit(FunctionCall call, Scope scope)
    {
        if (call.Arguments.Count != 2) return Fail(TypeMessages.WrongArgumentCount("IN_UNIT", "2 arguments, a value and a unit", call.Arguments.Count, call.Span));
        var value = AsNumber(Value(call.Arguments[0], scope), "IN_UNIT", call.Arguments[0].Span);
        if (call.Arguments[1] is not StringLiteral literal) return Fail(TypeMessages.NotALiteral("IN_UNIT", 2, "a unit such as 'arcsec'", call.Arguments[1].Span));
        var target = ReadUnit(literal.Value, literal.Span, UnitMessages.NotAUnit);
        if (value.Type is null || target is null) return ResolvedNull.Instance;
        if (UnitsOfValues.UnitOf(value) is not { } written) return Fail(UnitMessages.NoUnit(call.Arguments[0].Span));
        if (ReadUnit(written, call.Arguments[0].Span, UnitMessages.UnreadableUnit) is not { } source) return ResolvedNull.Instance;
        if (!source.IsConvertibleTo(target)) return Fail(UnitMessages.NotConvertible(written, literal.Value, call.Span));
        var (factor, divisor) = source.ConversionTo(target);
        return new ResolvedInUnit(Coerce(value, ColumnType.Double), factor, divisor, literal.Value);
    }

    private Unit? ReadUnit(string text, SourceSpan span, Func<string, string, SourceSpan, AdqlDiagnostic> problem)
    {
        try
        {
            return UnitParser.Parse(text);
        }
        catch (UnitSyntaxException error)
        {
            diagnostics.Add(problem(text, error.Message, span));
            return null;
        }
    }
}
