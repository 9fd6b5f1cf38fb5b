using Archive.Adql.Resolution;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;
using Archive.Sky.Shapes;

namespace Archive.Adql.Translation;

/// <summary>Writes conditions.</summary>
internal sealed partial class DuckDbSqlWriter
{
    private void Condition(ResolvedCondition condition)
    {
        if (joins.PairOf(condition) is { } pair) CellsMeet(pair);
        switch (condition)
        {
            case ResolvedOr or:
                Operands(or.Operands, " OR ");
                break;
            case ResolvedAnd and:
                Operands(and.Operands, " AND ");
                break;
            case ResolvedNot not:
                sql.Append("NOT ");
                Operand(not.Operand);
                break;
            case ResolvedComparison comparison:
                Comparison(comparison);
                break;
            case ResolvedBetween between:
                Value(between.Value);
                sql.Append(between.IsNegated ? " NOT BETWEEN " : " BETWEEN ");
                Compared(between.Low);
                sql.Append(" AND ");
                Compared(between.High);
                break;
            case ResolvedInList list:
                InList(list);
                break;
            case ResolvedInSubquery subquery:
                Value(subquery.Value);
                sql.Append(subquery.IsNegated ? " NOT IN (" : " IN (");
                Select(subquery.Subquery, null, named: true);
                sql.Append(')');
                break;
            case ResolvedLike like when TextFunctions.PartOf(like) is { } part:
                sql.Append(like.IsNegated ? "NOT " : "").Append(TextFunctions.Contains).Append('(');
                Value(like.Value);
                sql.Append(", ");
                Parameter(SqlParameter.OfText(part));
                sql.Append(')');
                break;
            case ResolvedLike like:
                Value(like.Value);
                sql.Append(like.IsNegated ? " NOT" : "").Append(like.IgnoresCase ? " ILIKE " : " LIKE ");
                Compared(like.Pattern);
                break;
            case ResolvedIsNull isNull:
                Operand(isNull.Value);
                sql.Append(isNull.IsNegated ? " IS NOT NULL" : " IS NULL");
                break;
            case ResolvedExists exists when joins.MembershipOf(exists) is { } membership:
                Membership(membership);
                break;
            case ResolvedExists exists:
                sql.Append("EXISTS (");
                Select(exists.Subquery, null, named: true);
                sql.Append(')');
                break;
            case ResolvedInside inside:
                InsidePredicate(inside);
                break;
            case ResolvedRelated related:
                if (related.IsNegated) sql.Append("NOT ");
                else if (SkySearch.Touching(related.Relation) is var (source, circle)) Cells(source, circle);
                Related(related.Relation);
                break;
            default:
                throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}.");
        }
    }

    private void Operands(NodeList<ResolvedCondition> operands, string separator)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0) sql.Append(separator);
            Operand(operands[i]);
        }
    }

    /// <summary>The one place that decides on brackets in conditions: all but plain predicates get them.</summary>
    private void Operand(ResolvedCondition condition)
    {
        var needsBrackets = condition is ResolvedOr or ResolvedAnd or ResolvedNot or ResolvedInside or ResolvedRelated or ResolvedComparison { Left: ResolvedDistance } or ResolvedComparison { Right: ResolvedDistance };
        if (needsBrackets) sql.Append('(');
        Condition(condition);
        if (needsBrackets) sql.Append(')');
    }

    private void Comparison(ResolvedComparison comparison)
    {
        if (SkySearch.Near(comparison) is var (source, circle)) Cells(source, circle);
        var limit = SkySearch.Nearness(comparison)?.Limit;
        if (comparison.Left == limit) Limit(limit);
        else Value(comparison.Left);
        sql.Append(comparison.Operator switch
        {
            ComparisonOperator.Equal => " = ",
            ComparisonOperator.NotEqual => " <> ",
            ComparisonOperator.Less => " < ",
            ComparisonOperator.LessOrEqual => " <= ",
            ComparisonOperator.Greater => " > ",
            _ => " >= ",
        });
        if (comparison.Right == limit) Limit(limit);
        else Compared(comparison.Right);
    }

    /// <summary>What a distance must be below. DuckDB holds NaN for the largest number of all; here it is no limit, and nothing is known to be below it.</summary>
    private void Limit(ResolvedExpression limit)
    {
        var mayBeNaN = limit.Type?.Datatype is Datatype.Float or Datatype.Double && ConstantArithmetic.Evaluate(limit) is null;
        if (mayBeNaN) sql.Append("nullif(");
        Value(limit);
        if (mayBeNaN) sql.Append(", 'nan'::DOUBLE)");
    }

    private void InList(ResolvedInList list)
    {
        Value(list.Value);
        sql.Append(list.IsNegated ? " NOT IN (" : " IN (");
        for (var i = 0; i < list.List.Count; i++)
        {
            if (i > 0) sql.Append(", ");
            Compared(list.List[i]);
        }

        sql.Append(')');
    }

    private void InsidePredicate(ResolvedInside inside)
    {
        if (inside.IsNegated)
        {
            sql.Append("NOT ");
        }
        else if (inside.Contains.Shape is ResolvedFixedShape shape && SkySearch.Source(inside.Contains) is { } source && searchedByPosition.Contains(source))
        {
            Cells(source, shape.Shape);
        }

        Inside(inside.Contains);
    }

    /// <summary>The coarse half of a search by position, if it helps, and the AND before the exact half. It is null where the exact half is, and true wherever that is.</summary>
    private void Cells(TableSource source, SkyShape shape)
    {
        if (!searchedByPosition.Contains(source)) return;
        var ranges = SkySearch.Cells(shape);
        if (ranges.Count == 0) return;
        // The range around all of them too: only for a plain range does DuckDB leave out row groups before it looks at a row.
        Range(source, ranges[0].First, ranges[^1].Last);
        sql.Append(" AND ");
        if (ranges.Count == 1) return;
        if (ranges.Count > options.MaximumCoverageRanges)
        {
            CoversCell(source, shape);
            return;
        }

        sql.Append('(');
        for (var i = 0; i < ranges.Count; i++)
        {
            if (i > 0) sql.Append(" OR ");
            Range(source, ranges[i].First, ranges[i].Last);
        }

        sql.Append(") AND ");
    }

    /// <summary>The test for a shape of many ranges: DuckDB would look at all columns of a row before it compared the cell with each of them.</summary>
    private void CoversCell(TableSource source, SkyShape shape)
    {
        sql.Append(SkyFunctions.CoversCell).Append('(');
        StoreColumn(source, StoreColumns.Cell, ", ");
        Shape(shape);
        sql.Append(") AND ");
    }

    private void Range(TableSource source, long first, long last)
    {
        StoreColumn(source, StoreColumns.Cell, " BETWEEN ");
        sql.Append(first).Append(" AND ").Append(last);
    }
}
