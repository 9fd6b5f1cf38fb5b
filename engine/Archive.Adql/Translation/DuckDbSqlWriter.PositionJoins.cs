using Archive.Adql.Resolution.Tree;
using Archive.Adql.Translation.Joins;
using Archive.Catalogue.Tables;
using Archive.Sky.Healpix;

namespace Archive.Adql.Translation;

/// <summary>Writes joins by position as joins on HEALPix cells: see <see cref="NearPair"/>, <see cref="RowPairs"/> and <see cref="RowMembership"/>.</summary>
internal sealed partial class DuckDbSqlWriter
{
    private readonly HashSet<TableSource> numberedByQuery = [];
    private PositionJoins joins = PositionJoins.None;
    private int rowPairCount;
    private bool followsWith;

    /// <summary>Subqueries whose rows need numbers, each run once, since a second run might number them otherwise.</summary>
    private void NumberedRows()
    {
        foreach (var source in joins.Numbered)
        {
            if (joins.TableOf(source) is var table && (HasRowIds(table) || !numberedByQuery.Add(source))) continue;
            sql.Append(followsWith ? ", n" : "WITH n").Append(source.Number).Append(" AS MATERIALIZED (SELECT *, row_number() OVER () AS ").Append(RowNumber.ColumnName).Append(" FROM ");
            followsWith = false;
            Rows(table);
            sql.Append(')');
            followsWith = true;
        }

        EndWith();
    }

    private void EndWith()
    {
        if (followsWith) sql.Append(' ');
        followsWith = false;
    }

    /// <summary>Tables have numbers of their rows already; views have none.</summary>
    private static bool HasRowIds(ResolvedSingleTable reference) => reference is ResolvedTable { Table: { Kind: TableKind.Table } table } && table.FindColumn(StoreColumns.RowId) is null;

    /// <summary>A source with the cells by which it is joined.</summary>
    private void KeyedTable(ResolvedSingleTable reference)
    {
        var pairs = joins.PairsOf(reference.Source).Reverse().ToArray();
        foreach (var pair in pairs)
        {
            sql.Append("(SELECT *, ");
            if (pair.Circled == reference.Source) CellsNear(pair);
            else CellAt(pair);
            sql.Append(" FROM ");
        }

        Table(reference);
        foreach (var _ in pairs)
        {
            sql.Append(')');
            Alias(reference.Source);
        }
    }

    /// <summary>One row for each cell that the row's circle may reach into.</summary>
    private void CellsNear(NearPair pair)
    {
        sql.Append("unnest(").Append(SkyFunctions.NearbyCells).Append('(');
        Point(pair.Center);
        sql.Append(", ");
        Value(pair.RadiusDegrees);
        Margin(pair);
        sql.Append(", ");
        Order(pair);
        sql.Append(")) AS __near").Append(pair.Number);
    }

    private void CellAt(NearPair pair)
    {
        if (searchedByPosition.Contains(pair.Located) && SkySearch.PositionOf(pair.Position) == pair.Located)
        {
            StoreColumn(pair.Located, StoreColumns.Cell, "");
        }
        else
        {
            sql.Append(SkyFunctions.Cell).Append('(');
            Point(pair.Position);
            sql.Append(')');
        }

        sql.Append(" >> (").Append(2 * HealpixNested.MaxOrder).Append(" - 2 * ");
        Order(pair);
        sql.Append(") AS __at").Append(pair.Number);
    }

    /// <summary>The order of the cells that suits the radius, or else the largest radius that there is.</summary>
    private void Order(NearPair pair)
    {
        if (pair.ConstantRadiusDegrees is { } radius)
        {
            sql.Append(NearbyCells.OrderFor(radius));
            return;
        }

        sql.Append(SkyFunctions.JoinOrder).Append('(');
        Largest(pair.RadiusDegrees, pair.Circled);
        Margin(pair);
        sql.Append(')');
    }

    /// <summary>By what the located source widens every radius.</summary>
    private void Margin(NearPair pair)
    {
        if (pair.MarginDegrees is not { } margin) return;
        sql.Append(" + ");
        Largest(margin, pair.Located);
    }

    /// <summary>The largest value of all rows of a source; rows where it is NaN are in no circle.</summary>
    private void Largest(ResolvedExpression value, TableSource source)
    {
        sql.Append("(SELECT max(");
        Value(value);
        sql.Append(") FILTER (NOT isnan(");
        Value(value);
        sql.Append(")) FROM ");
        Table(joins.TableOf(source));
        sql.Append(')');
    }

    /// <summary>The coarse half of a pair's predicate, and the AND before the exact half.</summary>
    private void CellsMeet(NearPair pair) =>
        sql.Append('t').Append(pair.Located.Number).Append(".__at").Append(pair.Number).Append(" = t").Append(pair.Circled.Number).Append(".__near").Append(pair.Number).Append(" AND ");

    private void OuterJoinByPosition(RowPairs pairs)
    {
        var number = ++rowPairCount;
        TableReference(pairs.Kept);
        sql.Append(" LEFT JOIN (");
        SelectQuery(pairs.Pairs, named: true);
        sql.Append(") AS p").Append(number).Append(" ON p").Append(number).Append(".c1 = ");
        Row(pairs.KeptSource.Source);
        sql.Append(pairs.IsFull ? " FULL JOIN " : " LEFT JOIN ");
        TableReference(pairs.Other);
        sql.Append(" ON ");
        Row(pairs.Other.Source);
        sql.Append(" = p").Append(number).Append(".c2");
    }

    private void Membership(RowMembership membership)
    {
        Row(membership.Source);
        sql.Append(" IN (");
        SelectQuery(membership.Rows, named: true);
        sql.Append(')');
    }

    private void Row(TableSource source) => sql.Append('t').Append(source.Number).Append('.').Append(RowNumber.ColumnName);
}
