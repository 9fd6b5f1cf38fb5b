using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Functions of many rows.</summary>
internal sealed partial class Resolver
{
    private const int MaximumBins = 10_000;

    private ResolvedExpression Aggregate(SetFunction syntax, Scope scope)
    {
        var name = syntax.Type.ToString().ToUpperInvariant();
        if (!MayAggregate(name, syntax.Span)) return ResolvedNull.Instance;
        if (syntax.Argument is null) return new ResolvedAggregate(SetFunctionType.Count, false, null, ColumnType.Long);
        var argument = Aggregated(syntax.Argument, scope);
        var isDistinct = syntax.Quantifier == SetQuantifier.Distinct;
        if (syntax.Type == SetFunctionType.Count) return new ResolvedAggregate(SetFunctionType.Count, isDistinct, argument, ColumnType.Long);
        if (argument.Type is null) return argument;
        if (argument.Type.Kind() == TypeKind.Geometry) return Fail(GeometryMessages.NoOrder(argument.Type.Describe(), name, syntax.Argument.Span));
        if (syntax.Type is SetFunctionType.Min or SetFunctionType.Max) return new ResolvedAggregate(syntax.Type, isDistinct, argument, argument.Type);
        argument = AsNumber(argument, name, syntax.Argument.Span);
        if (argument.Type is not { } type) return argument;
        if (syntax.Type == SetFunctionType.Sum && type.Datatype.IsInteger()) return new ResolvedAggregate(syntax.Type, isDistinct, argument, ColumnType.Long);
        return new ResolvedAggregate(syntax.Type, isDistinct, Coerce(argument, ColumnType.Double), ColumnType.Double);
    }

    /// <summary>ivo_string_agg(expression, delimiter)</summary>
    private ResolvedExpression JoinedText(FunctionCall call, Scope scope)
    {
        if (!MayAggregate("IVO_STRING_AGG", call.Span)) return ResolvedNull.Instance;
        if (call.Arguments.Count != 2) return Fail(TypeMessages.WrongArgumentCount("IVO_STRING_AGG", "2 arguments, a text and a delimiter", call.Arguments.Count, call.Span));
        var text = Aggregated(call.Arguments[0], scope);
        if (text.Type.Kind() is not (TypeKind.Text or TypeKind.Number or TypeKind.Unknown))
            return Fail(TypeMessages.WrongArgument("IVO_STRING_AGG", 1, "text or a number", text.Type.Describe(), call.Arguments[0].Span));
        return call.Arguments[1] is StringLiteral delimiter
            ? new ResolvedJoinedText(Coerce(text, ColumnType.Text), delimiter.Value) : Fail(TypeMessages.NotALiteral("IVO_STRING_AGG", 2, "a text", call.Arguments[1].Span));
    }

    /// <summary>ivo_histogram(value, lower, upper, bins)</summary>
    private ResolvedExpression Histogram(FunctionCall call, Scope scope)
    {
        if (!MayAggregate("IVO_HISTOGRAM", call.Span)) return ResolvedNull.Instance;
        if (call.Arguments.Count != 4) return Fail(TypeMessages.WrongArgumentCount("IVO_HISTOGRAM", "4 arguments: a value, the limits and the number of bins", call.Arguments.Count, call.Span));
        var value = AsNumber(Aggregated(call.Arguments[0], scope), "IVO_HISTOGRAM", call.Arguments[0].Span);
        var low = ConstantArithmetic.Evaluate(Value(call.Arguments[1], scope));
        var high = ConstantArithmetic.Evaluate(Value(call.Arguments[2], scope));
        if (low is null) return Fail(TypeMessages.NotALiteral("IVO_HISTOGRAM", 2, "a number", call.Arguments[1].Span));
        if (high is null || high <= low || !double.IsFinite(high.Value - low.Value))
            return Fail(TypeMessages.NotALiteral("IVO_HISTOGRAM", 3, "a number above the lower limit", call.Arguments[2].Span));
        return Value(call.Arguments[3], scope) is ResolvedInteger { Value: >= 1 and <= MaximumBins } bins
            ? new ResolvedHistogram(Coerce(value, ColumnType.Double), low.Value, high.Value, (int)bins.Value)
            : Fail(TypeMessages.NotALiteral("IVO_HISTOGRAM", 4, FormattableString.Invariant($"a whole number from 1 to {MaximumBins}"), call.Arguments[3].Span));
    }

    /// <summary>May an aggregate function stand here? Reports it if not.</summary>
    private bool MayAggregate(string name, Text.SourceSpan span)
    {
        aggregates.WasSeen |= aggregates is { ForbiddenIn: null, IsInside: false };
        if (aggregates.ForbiddenIn is { } clause) diagnostics.Add(TypeMessages.AggregateNotAllowed(name, clause, span));
        else if (aggregates.IsInside) diagnostics.Add(TypeMessages.NestedAggregate(name, span));
        return aggregates is { ForbiddenIn: null, IsInside: false };
    }

    private ResolvedExpression Aggregated(ValueExpression syntax, Scope scope)
    {
        aggregates.IsInside = true;
        var value = Value(syntax, scope);
        aggregates.IsInside = false;
        return value;
    }
}
