using Archive.Adql.Resolution.Tree;

namespace Archive.Adql.Translation.Joins;

/// <summary>Collects the sources whose columns a part of a query uses, subqueries included, and those that it brings in itself.</summary>
internal sealed class SourceCollector
{
    private readonly HashSet<TableSource> used = [];
    private readonly HashSet<TableSource> own = [];

    /// <summary>Used sources that come from outside of what was visited.</summary>
    public IReadOnlyCollection<TableSource> FromOutside => [.. used.Except(own)];

    /// <summary>The sources whose columns a value uses.</summary>
    public static IReadOnlyCollection<TableSource> Of(ResolvedExpression expression)
    {
        var collector = new SourceCollector();
        collector.Visit(expression);
        return collector.used;
    }

    /// <summary>The one source that a point is computed from; null if there is none, or more than one.</summary>
    public static TableSource? OnlyOneOf(ResolvedPoint point)
    {
        var collector = new SourceCollector();
        foreach (var number in point.Operands) collector.Visit(number);
        return collector.used.Count == 1 ? collector.used.Single() : null;
    }

    public void Visit(ResolvedSelect select)
    {
        Visit(select.Body);
        foreach (var term in select.OrderBy)
        {
            if (term.Expression is not null) Visit(term.Expression);
        }
    }

    public void Visit(ResolvedCondition condition)
    {
        foreach (var operand in condition.Conditions) Visit(operand);
        foreach (var value in condition.Values) Visit(value);
        if (condition is ResolvedExists exists) Visit(exists.Subquery);
        if (condition is ResolvedInSubquery subquery) Visit(subquery.Subquery);
    }

    private void Visit(ResolvedExpression expression)
    {
        if (expression is ResolvedColumn column) used.Add(column.Source);
        foreach (var operand in expression.Operands) Visit(operand);
    }

    private void Visit(ResolvedBody body)
    {
        switch (body)
        {
            case ResolvedSelectQuery query:
                foreach (var table in query.From) Visit(table);
                foreach (var item in query.Items) Visit(item.Expression);
                if (query.Where is not null) Visit(query.Where);
                foreach (var term in query.GroupBy) Visit(term);
                if (query.Having is not null) Visit(query.Having);
                break;
            case ResolvedSetOperation operation:
                Visit(operation.Left);
                Visit(operation.Right);
                break;
            case ResolvedNestedSelect nested:
                Visit(nested.Select);
                break;
        }
    }

    private void Visit(ResolvedTableReference reference)
    {
        switch (reference)
        {
            case ResolvedJoin join:
                Visit(join.Left);
                Visit(join.Right);
                Visit(join.On);
                break;
            case ResolvedSingleTable table:
                own.Add(table.Source);
                if (table is ResolvedDerivedTable derived) Visit(derived.Select);
                break;
        }
    }
}
