using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Translation.Joins;

/// <summary>What of one query's FROM, WHERE and ON is run as joins on HEALPix cells, so that no two large tables are ever compared row by row.</summary>
internal sealed class PositionJoins
{
    private readonly Dictionary<ResolvedCondition, NearPair> pairs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ResolvedJoin, RowPairs> outerJoins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ResolvedExists, RowMembership> memberships = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableSource, ResolvedSingleTable> tables = [];
    private readonly HashSet<TableSource> numbered = [];

    private PositionJoins()
    {
    }

    private PositionJoins(ResolvedSelectQuery query)
    {
        foreach (var reference in query.From)
        {
            foreach (var table in SinglesOf(reference)) tables.Add(table.Source, table);
        }

        foreach (var item in query.Items)
        {
            if (item.Expression is RowNumber row) numbered.Add(row.Source);
        }

        foreach (var reference in query.From) FindInJoins(reference);
        if (query.Where is not null)
        {
            AddPairs(query.Where);
            FindMemberships(query.Where, [.. query.From.SelectMany(NeverMadeUp)]);
        }

        foreach (var pair in pairs.Values.Where(pair => pair.ConstantRadiusDegrees is null)) WriteOnce(pair);
    }

    /// <summary>No joins.</summary>
    public static PositionJoins None { get; } = new();

    /// <summary>The sources of which rows must have a number.</summary>
    public IReadOnlySet<TableSource> Numbered => numbered;

    /// <summary>The queries that are written inside the one looked at, and read some of its sources.</summary>
    public IEnumerable<ResolvedSelectQuery> InnerQueries => [.. outerJoins.Values.Select(join => join.Pairs), .. memberships.Values.Select(membership => membership.Rows)];

    public IEnumerable<NearPair> Pairs => pairs.Values;

    public static PositionJoins Of(ResolvedSelectQuery query) => new(query);

    public NearPair? PairOf(ResolvedCondition condition) => pairs.GetValueOrDefault(condition);

    public RowPairs? RowPairsOf(ResolvedJoin join) => outerJoins.GetValueOrDefault(join);

    public RowMembership? MembershipOf(ResolvedExists exists) => memberships.GetValueOrDefault(exists);

    /// <summary>The pairs that a source is one half of.</summary>
    public IEnumerable<NearPair> PairsOf(TableSource source) => pairs.Values.Where(pair => pair.Circled == source || pair.Located == source).OrderBy(pair => pair.Number);

    /// <summary>The source's entry in FROM.</summary>
    public ResolvedSingleTable TableOf(TableSource source) => tables[source];

    /// <summary>The sources of an entry of FROM.</summary>
    public static IEnumerable<ResolvedSingleTable> SinglesOf(ResolvedTableReference reference) => reference switch
    {
        ResolvedJoin join => [.. SinglesOf(join.Left), .. SinglesOf(join.Right)],
        ResolvedSingleTable table => [table],
        _ => [],
    };

    /// <summary>The conditions all of which must hold for this one to.</summary>
    public static IEnumerable<ResolvedCondition> ConjunctsOf(ResolvedCondition condition) =>
        condition is ResolvedAnd and ? and.Operands.SelectMany(ConjunctsOf) : [condition];

    private void AddPairs(ResolvedCondition condition)
    {
        foreach (var conjunct in ConjunctsOf(condition))
        {
            if (NearPair.Of(conjunct) is { } pair && tables.ContainsKey(pair.Circled) && tables.ContainsKey(pair.Located)) pairs.TryAdd(conjunct, pair with { Number = pairs.Count + 1 });
        }
    }

    private void FindInJoins(ResolvedTableReference reference)
    {
        if (reference is not ResolvedJoin join) return;
        FindInJoins(join.Left);
        FindInJoins(join.Right);
        if (join.Type == JoinType.Inner)
        {
            AddPairs(join.On);
        }
        else if (RowPairs.Of(join) is { } rows)
        {
            outerJoins.Add(join, rows);
            numbered.Add(rows.KeptSource.Source);
            numbered.Add(rows.Other.Source);
        }
    }

    /// <summary>The largest radius is asked of the sources before they are joined; a subquery, which may hold such joins itself, isn't written a second time for that.</summary>
    private void WriteOnce(NearPair pair)
    {
        if (tables[pair.Circled] is ResolvedDerivedTable) numbered.Add(pair.Circled);
        if (pair.MarginDegrees is not null && tables[pair.Located] is ResolvedDerivedTable) numbered.Add(pair.Located);
    }

    private void FindMemberships(ResolvedCondition condition, IReadOnlyCollection<ResolvedSingleTable> around)
    {
        if (condition is ResolvedExists exists && RowMembership.Of(exists, around) is { } membership && memberships.TryAdd(exists, membership)) numbered.Add(membership.Source);
        foreach (var operand in condition.Conditions) FindMemberships(operand, around);
    }

    /// <summary>The sources whose rows an outer join never replaces by nulls.</summary>
    private static IEnumerable<ResolvedSingleTable> NeverMadeUp(ResolvedTableReference reference) => reference switch
    {
        ResolvedJoin { Type: JoinType.Inner } join => [.. NeverMadeUp(join.Left), .. NeverMadeUp(join.Right)],
        ResolvedJoin { Type: JoinType.Left } join => NeverMadeUp(join.Left),
        ResolvedJoin { Type: JoinType.Right } join => NeverMadeUp(join.Right),
        ResolvedSingleTable table => [table],
        _ => [],
    };
}
