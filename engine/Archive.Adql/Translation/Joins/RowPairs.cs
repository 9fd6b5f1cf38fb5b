using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Translation.Joins;

/// <summary>
/// An outer join by position, taken apart: a query finds the pairs of rows, and two joins on row numbers add the rows that have no partner. DuckDB runs an outer
/// join by equal keys only where the condition says nothing else, and cells alone don't decide.
/// </summary>
/// <param name="Kept">The side all rows of which are kept.</param>
/// <param name="KeptSource">The source of that side that the condition names.</param>
/// <param name="Other">The other side, a single source.</param>
/// <param name="IsFull">Whether all rows of the other side are kept too.</param>
/// <param name="Pairs">Selects the two row numbers of each pair.</param>
internal sealed record RowPairs(ResolvedTableReference Kept, ResolvedSingleTable KeptSource, ResolvedSingleTable Other, bool IsFull, ResolvedSelectQuery Pairs)
{
    /// <summary>The join taken apart; null if it is an inner join, or its condition pairs no two sources by position, or names a third.</summary>
    public static RowPairs? Of(ResolvedJoin join)
    {
        var (kept, other) = join.Type == JoinType.Right ? (join.Right, join.Left) : (join.Left, join.Right);
        if (join.Type == JoinType.Inner || other is not ResolvedSingleTable single) return null;
        var collector = new SourceCollector();
        collector.Visit(join.On);
        if (collector.FromOutside is not { Count: 2 } sources || !sources.Contains(single.Source)) return null;
        var keptSource = PositionJoins.SinglesOf(kept).FirstOrDefault(table => sources.Contains(table.Source));
        if (keptSource is null || !PositionJoins.ConjunctsOf(join.On).Any(condition => NearPair.Of(condition) is not null)) return null;
        NodeList<ResolvedItem> items = [new RowNumber(keptSource.Source).AsItem(), new RowNumber(single.Source).AsItem()];
        return new RowPairs(kept, keptSource, single, join.Type == JoinType.Full, new ResolvedSelectQuery(false, null, items, [keptSource, single], join.On, [], null));
    }
}
