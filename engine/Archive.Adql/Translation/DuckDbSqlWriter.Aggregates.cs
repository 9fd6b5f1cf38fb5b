using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation;

/// <summary>Writes aggregate functions.</summary>
internal sealed partial class DuckDbSqlWriter
{
    private void GroupValue(ResolvedGroupValue value)
    {
        switch (value)
        {
            case ResolvedAggregate aggregate:
                Aggregate(aggregate);
                break;
            case ResolvedJoinedText text:
                JoinedText(text);
                break;
            case ResolvedHistogram histogram:
                Histogram(histogram);
                break;
            default:
                throw new InvalidOperationException($"Unknown aggregate {value.GetType().Name}.");
        }
    }

    private void Aggregate(ResolvedAggregate aggregate)
    {
        // DuckDB's sum of integers is a HUGEINT.
        var isCast = aggregate.Function == SetFunctionType.Sum && aggregate.ResultType == ColumnType.Long;
        if (isCast) sql.Append("CAST(");
        sql.Append(aggregate.Function switch
        {
            SetFunctionType.Count => "count(",
            SetFunctionType.Sum => "sum(",
            SetFunctionType.Avg => "avg(",
            SetFunctionType.Min => "min(",
            _ => "max(",
        });
        if (aggregate.IsDistinct) sql.Append("DISTINCT ");
        if (aggregate.Argument is null) sql.Append('*');
        else Value(aggregate.Argument);
        sql.Append(')');
        if (isCast) sql.Append(" AS BIGINT)");
    }

    /// <summary>In the order of the texts, since the rows have none.</summary>
    private void JoinedText(ResolvedJoinedText joined)
    {
        sql.Append("string_agg(");
        Value(joined.Text);
        sql.Append(", ");
        Value(new ResolvedText(joined.Delimiter));
        sql.Append(" ORDER BY ");
        Value(joined.Text);
        sql.Append(')');
    }

    /// <summary>DuckDB counts the numbers of the bins; those that no value fell into get their 0 afterwards.</summary>
    private void Histogram(ResolvedHistogram histogram)
    {
        var (value, last) = (histogram.Value, histogram.Bins + 1);
        sql.Append("CAST(list_transform(range(0, ").Append(last + 1).Append("), lambda i: coalesce(histogram(CASE WHEN ");
        Value(value);
        sql.Append(" > ");
        Real(histogram.High);
        sql.Append(" THEN ").Append(last).Append(" WHEN ");
        Value(value);
        sql.Append(" >= ");
        Real(histogram.Low);
        sql.Append(" THEN 1 + CAST(least(floor((");
        Value(value);
        sql.Append(" - ");
        Operand(new ResolvedReal(histogram.Low));
        sql.Append(") * ").Append(histogram.Bins).Append(" / ");
        Real(histogram.High - histogram.Low);
        sql.Append("), ").Append(histogram.Bins - 1).Append(") AS INTEGER) ELSE 0 END)[CAST(i AS INTEGER)], 0)) AS INTEGER[])");
    }
}
