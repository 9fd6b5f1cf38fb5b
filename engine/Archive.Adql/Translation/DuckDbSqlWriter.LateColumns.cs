using Archive.Adql.Resolution.Tree;
using Archive.Adql.Translation.Joins;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation;

/// <summary>
/// Writes a search by position that asks for more columns than the copy in the order of the sky holds. DuckDB would read all of them for every row before it asks
/// the exact test, which takes two columns; so the rows are found first, and the columns read for them alone.
/// </summary>
internal sealed partial class DuckDbSqlWriter
{
    /// <summary>The query's only table, if its rows are to be found before their columns are read; else null.</summary>
    private ResolvedTable? ReadsRestLate(ResolvedSelectQuery query)
    {
        if (query.From is not [ResolvedTable table] || !partitionOrderOnly.Contains(table.Source) || !HasRowIds(table) || joins.Numbered.Contains(table.Source)) return null;
        var used = new SourceCollector();
        used.Visit(query.Where!);
        return used.FromOutside.All(source => source == table.Source) ? table : null;
    }

    private void AmongRows(ResolvedTable table, ResolvedCondition condition)
    {
        RowId(table.Source);
        sql.Append(" IN (SELECT ");
        RowId(table.Source);
        sql.Append(" FROM ");
        Table(table);
        sql.Append(" WHERE ");
        Condition(condition);
        sql.Append(')');
    }

    private void RowId(TableSource source) => sql.Append('t').Append(source.Number).Append('.').Append(StoreColumns.RowId);
}
