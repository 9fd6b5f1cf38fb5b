using System.Collections.Immutable;
using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>A query of which every name is known and every value has a type. Shares no node with the syntax tree, and is never changed.</summary>
/// <param name="With">The queries in front, in order.</param>
/// <param name="Select">The query itself.</param>
/// <param name="Tables">The catalogue's tables that it reads, each once.</param>
/// <param name="Standard">What of it isn't ADQL; null where all is.</param>
public sealed record ResolvedQuery(NodeList<ResolvedWith> With, ResolvedSelect Select, ImmutableArray<Table> Tables, StandardForm? Standard);

/// <summary>A query of the WITH clause, numbered from 1.</summary>
public sealed record ResolvedWith(int Number, string Name, ResolvedSelect Select);

/// <summary>A query with its order and offset.</summary>
public sealed record ResolvedSelect(ResolvedBody Body, NodeList<ResolvedOrder> OrderBy, long? Offset)
{
    public ImmutableArray<Column> Columns => Body.Columns;
}

/// <summary>What an order and an offset apply to.</summary>
public abstract record ResolvedBody
{
    /// <summary>The columns of the result, in order, fully described.</summary>
    public abstract ImmutableArray<Column> Columns { get; }
}

public sealed record ResolvedSelectQuery(
    bool IsDistinct,
    long? Top,
    NodeList<ResolvedItem> Items,
    NodeList<ResolvedTableReference> From,
    ResolvedCondition? Where,
    NodeList<ResolvedExpression> GroupBy,
    ResolvedCondition? Having) : ResolvedBody
{
    public override ImmutableArray<Column> Columns { get; } = Describe(Items);

    private static ImmutableArray<Column> Describe(NodeList<ResolvedItem> items)
    {
        var columns = ImmutableArray.CreateBuilder<Column>(items.Count);
        foreach (var item in items) columns.Add(item.Column);
        return columns.MoveToImmutable();
    }
}

public sealed record ResolvedSetOperation(SetOperator Operator, bool IsAll, ResolvedBody Left, ResolvedBody Right) : ResolvedBody
{
    /// <summary>Names and meaning are the left operand's (ADQL 2.1, section 4.6).</summary>
    public override ImmutableArray<Column> Columns => Left.Columns;
}

/// <summary>An operand with an order or offset of its own.</summary>
public sealed record ResolvedNestedSelect(ResolvedSelect Select) : ResolvedBody
{
    public override ImmutableArray<Column> Columns => Select.Columns;
}

/// <summary>An entry of the select list and the column it becomes.</summary>
public sealed record ResolvedItem(ResolvedExpression Expression, Column Column);

/// <summary>One term of an order: a position in the select list, from 1, or an expression where the position is null.</summary>
public sealed record ResolvedOrder(int? Position, ResolvedExpression? Expression, bool IsDescending);
