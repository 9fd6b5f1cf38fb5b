using Archive.Adql.Diagnostics;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution;

/// <summary>
/// Finds the columns that have no single value in a group: those that are neither in GROUP BY nor inside an aggregate function (SQL-92, section 7.9). Columns of
/// the queries around are constant and pass.
/// </summary>
internal sealed class GroupingCheck(IReadOnlyList<TableSource> sources, NodeList<ResolvedExpression> groupBy, DiagnosticBag diagnostics)
{
    public void Visit(ResolvedExpression? expression)
    {
        if (expression is null or ResolvedGroupValue || groupBy.Contains(expression)) return;
        if (expression is ResolvedColumn column && sources.Contains(column.Source)) diagnostics.Add(TypeMessages.NotGrouped(column.Column.Name, column.Span));
        foreach (var operand in expression.Operands) Visit(operand);
    }

    public void Visit(ResolvedCondition condition)
    {
        foreach (var operand in condition.Conditions) Visit(operand);
        foreach (var value in condition.Values) Visit(value);
    }
}
