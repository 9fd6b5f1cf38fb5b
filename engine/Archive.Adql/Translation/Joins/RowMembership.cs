using Archive.Adql.Resolution.Tree;

namespace Archive.Adql.Translation.Joins;

/// <summary>
/// EXISTS with a subquery that pairs its rows by position with those of a table around it: as the question whether the row is among those that a query of
/// its own finds, which can be a join.
/// </summary>
/// <param name="Source">The source of the query around.</param>
/// <param name="Rows">Selects the numbers of its rows for which the subquery has rows.</param>
internal sealed record RowMembership(TableSource Source, ResolvedSelectQuery Rows)
{
    /// <summary>The condition as a membership; null if its subquery depends on anything but one of the tables given, or groups, or has no pair by position.</summary>
    /// <param name="exists">The condition.</param>
    /// <param name="tables">Tables of the query around none of whose rows are made up by an outer join.</param>
    public static RowMembership? Of(ResolvedExists exists, IEnumerable<ResolvedSingleTable> tables)
    {
        if (exists.Subquery is not { Offset: null, Body: ResolvedSelectQuery { Top: null, Having: null, GroupBy.Count: 0, Where: { } where } query }) return null;
        if (query.Items.Any(item => HasAggregate(item.Expression))) return null;
        var collector = new SourceCollector();
        collector.Visit(exists.Subquery);
        if (collector.FromOutside is not { Count: 1 } outside) return null;
        if (tables.FirstOrDefault(table => outside.Contains(table.Source)) is not { } around) return null;
        if (!PositionJoins.ConjunctsOf(where).Any(condition => NearPair.Of(condition) is { } pair && (pair.Circled == around.Source || pair.Located == around.Source))) return null;
        return new RowMembership(around.Source, query with { IsDistinct = false, Items = [new RowNumber(around.Source).AsItem()], From = [around, .. query.From] });
    }

    private static bool HasAggregate(ResolvedExpression expression) => expression is ResolvedAggregate || expression.Operands.Any(HasAggregate);
}
