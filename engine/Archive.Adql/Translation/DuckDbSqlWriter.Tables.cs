using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Translation.Joins;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation;

/// <summary>Writes tables and joins.</summary>
internal sealed partial class DuckDbSqlWriter
{
    /// <summary>The sources that are read from their copies in the order of the sky.</summary>
    private readonly HashSet<TableSource> searchedByPosition = [];

    private readonly HashSet<TableSource> lacking = [];

    /// <summary>Sources read in the order of the sky of which the query names a column that this copy doesn't hold: it must be written again without them.</summary>
    public IReadOnlySet<TableSource> Lacking => lacking;

    /// <summary>Notes which of the query's own tables it searches by position; those of the queries around are written already.</summary>
    private void FindSearchedSources(ResolvedSelectQuery query, PositionJoins positionJoins)
    {
        var found = new HashSet<TableSource>();
        SkySearch.FindSources(query.Where, found);
        foreach (var table in query.From) FindInJoins(table);
        foreach (var pair in positionJoins.Pairs)
        {
            if (SkySearch.PositionOf(pair.Position) is { } source) found.Add(source);
        }

        foreach (var table in query.From.SelectMany(PositionJoins.SinglesOf))
        {
            if (table is ResolvedTable { Source: var source } && found.Contains(source) && !partitionOrderOnly.Contains(source)) searchedByPosition.Add(source);
        }

        // Row numbers of the two copies differ, so that a query inside must not decide for the other copy later.
        foreach (var inner in positionJoins.InnerQueries) FindSearchedSources(inner, PositionJoins.Of(inner));

        void FindInJoins(ResolvedTableReference table)
        {
            if (table is not ResolvedJoin join) return;
            SkySearch.FindSources(join.On, found);
            FindInJoins(join.Left);
            FindInJoins(join.Right);
        }
    }

    private void TableReference(ResolvedTableReference reference)
    {
        switch (reference)
        {
            case ResolvedJoin join when joins.RowPairsOf(join) is { } pairs:
                OuterJoinByPosition(pairs);
                break;
            case ResolvedJoin join:
                Join(join);
                break;
            case ResolvedSingleTable table:
                KeyedTable(table);
                break;
        }
    }

    private void Join(ResolvedJoin join)
    {
        TableReference(join.Left);
        sql.Append(join.Type switch
        {
            JoinType.Inner => " JOIN ",
            JoinType.Left => " LEFT JOIN ",
            JoinType.Right => " RIGHT JOIN ",
            _ => " FULL JOIN ",
        });
        var isNested = join.Right is ResolvedJoin;
        if (isNested) sql.Append('(');
        TableReference(join.Right);
        if (isNested) sql.Append(')');
        sql.Append(" ON ");
        Condition(join.On);
    }

    /// <summary>A source with its alias, and with row numbers where they are needed.</summary>
    private void Table(ResolvedSingleTable reference)
    {
        var isNumbered = joins.Numbered.Contains(reference.Source);
        if (isNumbered && !HasRowIds(reference))
        {
            sql.Append('n').Append(reference.Source.Number);
        }
        else
        {
            if (isNumbered) sql.Append("(SELECT *, ").Append(StoreColumns.RowId).Append(" AS ").Append(RowNumber.ColumnName).Append(" FROM ");
            Rows(reference);
            if (isNumbered) sql.Append(')');
        }

        Alias(reference.Source);
    }

    private void Rows(ResolvedSingleTable reference)
    {
        switch (reference)
        {
            case ResolvedTable { Source: var source, Table: var table }:
                sql.Append(Schema(source, table)).Append('.');
                QuotedName(IsUpload(table) ? StoreColumns.UploadName(table.Name) : table.Name);
                break;
            case ResolvedWithReference with:
                sql.Append('w').Append(with.With.Number);
                break;
            case ResolvedDerivedTable derived:
                sql.Append('(');
                Select(derived.Select, null, named: true);
                sql.Append(')');
                break;
        }
    }

    private string Schema(TableSource source, Table table) =>
        table.Schema.Equals(TapSchema.SchemaName, StringComparison.OrdinalIgnoreCase) ? StoreColumns.TapSchemaSchema
        : IsUpload(table) ? StoreColumns.UploadSchema
        : searchedByPosition.Contains(source) ? (table.Kind == TableKind.View ? StoreColumns.SkyViewSchema : StoreColumns.SkyOrderSchema)
        : table.Kind == TableKind.View ? StoreColumns.ViewSchema : StoreColumns.PartitionOrderSchema;

    private static bool IsUpload(Table table) => table.Schema.Equals(UploadSchema.SchemaName, StringComparison.OrdinalIgnoreCase);

    private void Alias(TableSource source) => sql.Append(" AS t").Append(source.Number);
}
