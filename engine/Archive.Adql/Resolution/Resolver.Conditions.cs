using System.Collections.Immutable;
using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Names;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Search conditions.</summary>
internal sealed partial class Resolver
{
    private ResolvedCondition Condition(SearchCondition syntax, Scope scope)
    {
        switch (syntax)
        {
            case OrCondition or:
                return new ResolvedOr(Conditions(or.Operands, scope));
            case AndCondition and:
                return new ResolvedAnd(Conditions(and.Operands, scope));
            case NotCondition not:
                return new ResolvedNot(Condition(not.Operand, scope));
            case ComparisonPredicate comparison:
                return Comparison(comparison, scope);
            case BetweenPredicate between:
                return Between(between, scope);
            case InListPredicate list:
                return InList(list, scope);
            case InSubqueryPredicate subquery:
                return InSubquery(subquery, scope);
            case LikePredicate like:
                return new ResolvedLike(TextOperand(like.Value, scope), like.IsNegated, like.IgnoresCase, TextOperand(like.Pattern, scope));
            case NullPredicate isNull:
                return new ResolvedIsNull(Value(isNull.Value, scope), isNull.IsNegated);
            case ExistsPredicate exists:
                return new ResolvedExists(SelectExpression(exists.Subquery, scope));
            default:
                throw new InvalidOperationException($"Unknown condition {syntax.GetType().Name}.");
        }
    }

    private NodeList<ResolvedCondition> Conditions(NodeList<SearchCondition> syntax, Scope scope)
    {
        var resolved = ImmutableArray.CreateBuilder<ResolvedCondition>(syntax.Count);
        foreach (var operand in syntax) resolved.Add(Condition(operand, scope));
        return new(resolved.MoveToImmutable());
    }

    private ResolvedCondition Comparison(ComparisonPredicate syntax, Scope scope)
    {
        var left = Value(syntax.Left, scope);
        var right = Value(syntax.Right, scope);
        if (syntax.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var (relation, number) = left is ResolvedContains or ResolvedShapeRelation ? (left, right) : (right, left);
            if (number is ResolvedInteger { Value: 0 or 1 } flag)
            {
                var isNegated = (flag.Value == 0) == (syntax.Operator == ComparisonOperator.Equal);
                if (relation is ResolvedContains inside) return new ResolvedInside(inside, isNegated);
                if (relation is ResolvedShapeRelation related) return new ResolvedRelated(related, isNegated);
            }
        }

        (left, right) = Comparable(left, right, syntax.Left.Span, syntax.Right.Span);
        return new ResolvedComparison(syntax.Operator, left, right);
    }

    private ResolvedBetween Between(BetweenPredicate syntax, Scope scope)
    {
        var value = Value(syntax.Value, scope);
        var (lowValue, low) = Comparable(value, Value(syntax.Low, scope), syntax.Value.Span, syntax.Low.Span);
        var (highValue, high) = Comparable(value, Value(syntax.High, scope), syntax.Value.Span, syntax.High.Span);
        // Only a text that is written out turns into a time; then both bounds must be times.
        return new ResolvedBetween(lowValue == value ? highValue : lowValue, syntax.IsNegated, low, high);
    }

    private ResolvedInList InList(InListPredicate syntax, Scope scope)
    {
        var value = Value(syntax.Value, scope);
        var list = ImmutableArray.CreateBuilder<ResolvedExpression>(syntax.List.Count);
        foreach (var item in syntax.List)
        {
            (value, var comparable) = Comparable(value, Value(item, scope), syntax.Value.Span, item.Span);
            list.Add(comparable);
        }

        return new ResolvedInList(value, syntax.IsNegated, new(list.MoveToImmutable()));
    }

    private ResolvedInSubquery InSubquery(InSubqueryPredicate syntax, Scope scope)
    {
        var value = Value(syntax.Value, scope);
        var subquery = SelectExpression(syntax.Subquery, scope);
        if (subquery.Columns.Length != 1)
        {
            diagnostics.Add(TypeMessages.SubqueryColumns(subquery.Columns.Length, syntax.Subquery.Span));
        }
        else if (value.Type.Kind() == TypeKind.Geometry || value.Type is not null && value.Type.Kind() != ((ColumnType?)subquery.Columns[0].Type).Kind())
        {
            diagnostics.Add(TypeMessages.NotComparable(value.Type.Describe(), ((ColumnType?)subquery.Columns[0].Type).Describe(), syntax.Span, null));
        }

        return new ResolvedInSubquery(value, syntax.IsNegated, subquery);
    }

    private ResolvedExpression TextOperand(ValueExpression syntax, Scope scope)
    {
        var value = Value(syntax, scope);
        return value.Type.Kind() is TypeKind.Text or TypeKind.Unknown ? value : Fail(TypeMessages.NotText("LIKE", value.Type.Describe(), syntax.Span));
    }

    /// <summary>Makes two values comparable: a text written out beside a time becomes a time, a boolean beside a number 1 or 0.</summary>
    private (ResolvedExpression Left, ResolvedExpression Right) Comparable(ResolvedExpression left, ResolvedExpression right, SourceSpan leftSpan, SourceSpan rightSpan)
    {
        switch (left.Type.Kind(), right.Type.Kind())
        {
            case (TypeKind.Unknown, _) or (_, TypeKind.Unknown):
            case (TypeKind.Text, TypeKind.Text) or (TypeKind.Number, TypeKind.Number) or (TypeKind.Boolean, TypeKind.Boolean):
                return (left, right);
            case (TypeKind.Time, TypeKind.Time):
                return (AsDateIfOther(left, right), AsDateIfOther(right, left));
            case (TypeKind.Time, TypeKind.Text) when right is ResolvedText text:
                return (left, AsDateIfOther(Instant(text, rightSpan), left));
            case (TypeKind.Text, TypeKind.Time) when left is ResolvedText text:
                return (AsDateIfOther(Instant(text, leftSpan), right), right);
            case (TypeKind.Boolean, TypeKind.Number):
                return (Coerce(left, ColumnType.Int), right);
            case (TypeKind.Number, TypeKind.Boolean):
                return (left, Coerce(right, ColumnType.Int));
            default:
                diagnostics.Add(TypeMessages.NotComparable(left.Type.Describe(), right.Type.Describe(), leftSpan.To(rightSpan), ComparisonHint(left, right)));
                return (left, right);
        }
    }

    /// <summary>A midnight compared with a date is that date, so that the dates needn't be converted row by row.</summary>
    private static ResolvedExpression AsDateIfOther(ResolvedExpression value, ResolvedExpression other) =>
        value is ResolvedInstant instant && instant.Value.TimeOfDay == TimeSpan.Zero && other.Type is { IsDate: true }
            ? new ResolvedInstant(instant.Value, ColumnType.Date) : value;

    private static string? ComparisonHint(ResolvedExpression left, ResolvedExpression right) => (left.Type.Kind(), right.Type.Kind()) switch
    {
        (TypeKind.Number, TypeKind.Text) when right is ResolvedText => "Write the number without quotes.",
        (TypeKind.Text, TypeKind.Number) when left is ResolvedText => "Write the number without quotes.",
        (TypeKind.Text, TypeKind.Number) or (TypeKind.Number, TypeKind.Text) => "Write the value in single quotes, or CAST one of the two.",
        (TypeKind.Time, TypeKind.Text) or (TypeKind.Text, TypeKind.Time) => "CAST(x AS TIMESTAMP) makes a time of text.",
        (TypeKind.Geometry, _) or (_, TypeKind.Geometry) => "CONTAINS, INTERSECTS and DISTANCE relate geometries to one another.",
        (TypeKind.Boolean, _) or (_, TypeKind.Boolean) => "Compare a boolean with 1 or 0.",
        _ => null,
    };
}
