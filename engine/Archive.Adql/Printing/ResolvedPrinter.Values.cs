using System.Globalization;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Printing;

/// <summary>Conditions and values on one line.</summary>
public sealed partial class ResolvedPrinter
{
    private static string Condition(ResolvedCondition condition) => condition switch
    {
        ResolvedOr or => $"({string.Join(" or ", or.Operands.Select(Condition))})",
        ResolvedAnd and => $"({string.Join(" and ", and.Operands.Select(Condition))})",
        ResolvedNot not => $"not {Condition(not.Operand)}",
        ResolvedComparison comparison => $"{Value(comparison.Left)} {Sign(comparison.Operator)} {Value(comparison.Right)}",
        ResolvedBetween between => $"{Value(between.Value)}{Not(between.IsNegated)} between {Value(between.Low)} and {Value(between.High)}",
        ResolvedInList list => $"{Value(list.Value)}{Not(list.IsNegated)} in ({Values(list.List)})",
        ResolvedInSubquery subquery => $"{Value(subquery.Value)}{Not(subquery.IsNegated)} in ({OneLine(subquery.Subquery)})",
        ResolvedLike like => $"{Value(like.Value)}{Not(like.IsNegated)} {(like.IgnoresCase ? "ilike" : "like")} {Value(like.Pattern)}",
        ResolvedIsNull isNull => $"{Value(isNull.Value)} is{Not(isNull.IsNegated)} null",
        ResolvedExists exists => $"exists ({OneLine(exists.Subquery)})",
        ResolvedInside inside => $"{Value(inside.Contains.Point)}{Not(inside.IsNegated)} inside {Value(inside.Contains.Shape)}",
        ResolvedRelated related => $"{Value(related.Relation)}{Not(related.IsNegated)}",
        _ => condition.GetType().Name,
    };

    private static string Value(ResolvedExpression value) => value switch
    {
        ResolvedNull => "null",
        ResolvedInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        ResolvedReal real => real.Value.ToString(CultureInfo.InvariantCulture),
        ResolvedText literal => $"'{literal.Value.Replace("'", "''", StringComparison.Ordinal)}'",
        ResolvedInstant { InstantType.IsDate: true } day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ResolvedInstant instant => instant.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        ResolvedColumn column => $"{Name(column.Source)}.{column.Column.Name}",
        ResolvedArithmetic arithmetic => $"({Value(arithmetic.Left)} {Sign(arithmetic.Operator)} {Value(arithmetic.Right)})",
        ResolvedNegation negation => $"-{Value(negation.Operand)}",
        ResolvedConcatenation concatenation => $"({Value(concatenation.Left)} || {Value(concatenation.Right)})",
        ResolvedFunction function => $"{function.Function.Name.ToLowerInvariant()}({Values(function.Arguments)})",
        ResolvedAggregate aggregate => $"{aggregate.Function.ToString().ToLowerInvariant()}({(aggregate.IsDistinct ? "distinct " : "")}{(aggregate.Argument is null ? "*" : Value(aggregate.Argument))})",
        ResolvedJoinedText joined => $"ivo_string_agg({Value(joined.Text)}, '{joined.Delimiter.Replace("'", "''", StringComparison.Ordinal)}')",
        ResolvedHistogram histogram => string.Create(CultureInfo.InvariantCulture, $"ivo_histogram({Value(histogram.Value)}, {histogram.Low}, {histogram.High}, {histogram.Bins})"),
        ResolvedInUnit converted => $"in_unit({Value(converted.Operand)}, '{converted.Unit}')",
        ResolvedCast cast => $"({Value(cast.Operand)} as {Type(cast.Target)})",
        ResolvedDistance distance => $"distance({Value(distance.First)}, {Value(distance.Second)})",
        ResolvedContains contains => $"contains({Value(contains.Point)}, {Value(contains.Shape)})",
        ResolvedShapeRelation relation => $"{relation.Relation.ToString().ToLowerInvariant()}({Value(relation.First)}, {Value(relation.Second)})",
        ResolvedElement element => string.Create(CultureInfo.InvariantCulture, $"{Value(element.Geometry)}[{element.Number}]"),
        ResolvedEncodedShape encoded => Value(encoded.Geometry),
        ResolvedShape shape => Shape(shape),
        _ => value.GetType().Name,
    };

    private static string Values(NodeList<ResolvedExpression> values) => string.Join(", ", values.Select(Value));

    private static string Type(ColumnType type) => type.SqlTypeName().ToLowerInvariant();

    private static string Not(bool isNegated) => isNegated ? " not" : "";

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static string Sign(BinaryOperator arithmetic) => arithmetic switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        _ => "/",
    };
}
