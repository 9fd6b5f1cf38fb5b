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
        if (expression is null or ResolvedAggregate || groupBy.Contains(expression)) return;
        switch (expression)
        {
            case ResolvedColumn column when sources.Contains(column.Source):
                diagnostics.Add(TypeMessages.NotGrouped(column.Column.Name, column.Span));
                break;
            case ResolvedArithmetic arithmetic:
                Visit(arithmetic.Left);
                Visit(arithmetic.Right);
                break;
            case ResolvedConcatenation concatenation:
                Visit(concatenation.Left);
                Visit(concatenation.Right);
                break;
            case ResolvedNegation negation:
                Visit(negation.Operand);
                break;
            case ResolvedCast cast:
                Visit(cast.Operand);
                break;
            case ResolvedFunction function:
                foreach (var argument in function.Arguments) Visit(argument);
                break;
            case ResolvedDistance distance:
                Visit(distance.First);
                Visit(distance.Second);
                break;
            case ResolvedContains contains:
                Visit(contains.Point);
                Visit(contains.Shape);
                break;
        }
    }

    public void Visit(ResolvedCondition condition)
    {
        switch (condition)
        {
            case ResolvedAnd and:
                foreach (var operand in and.Operands) Visit(operand);
                break;
            case ResolvedOr or:
                foreach (var operand in or.Operands) Visit(operand);
                break;
            case ResolvedNot not:
                Visit(not.Operand);
                break;
            case ResolvedComparison comparison:
                Visit(comparison.Left);
                Visit(comparison.Right);
                break;
            case ResolvedBetween between:
                Visit(between.Value);
                Visit(between.Low);
                Visit(between.High);
                break;
            case ResolvedInList list:
                Visit(list.Value);
                foreach (var value in list.List) Visit(value);
                break;
            case ResolvedInSubquery subquery:
                Visit(subquery.Value);
                break;
            case ResolvedLike like:
                Visit(like.Value);
                Visit(like.Pattern);
                break;
            case ResolvedIsNull isNull:
                Visit(isNull.Value);
                break;
            case ResolvedInside inside:
                Visit(inside.Contains);
                break;
        }
    }

    private void Visit(ResolvedShape shape)
    {
        switch (shape)
        {
            case ResolvedPoint point:
                Visit(point.Longitude);
                Visit(point.Latitude);
                break;
            case ResolvedCircle circle:
                Visit(circle.Center);
                Visit(circle.Radius);
                break;
            case ResolvedBox box:
                Visit(box.Center);
                Visit(box.Width);
                Visit(box.Height);
                break;
            case ResolvedPolygon polygon:
                foreach (var vertex in polygon.Vertices) Visit(vertex);
                break;
        }
    }
}
