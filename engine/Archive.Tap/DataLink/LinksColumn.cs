using Archive.Catalogue.Identifiers;
using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;
using Archive.Engine.Execution;
using Archive.Formats;

namespace Archive.Tap.DataLink;

/// <summary>Which column of a result names rows that have links: the key of a table that the query reads, or ObsCore's identifiers.</summary>
internal static class LinksColumn
{
    /// <summary>The service to ask for links, by that column; null where no column names rows, or where two tables' keys could be meant.</summary>
    public static LinksService? ServiceOf(RunningQuery query, string? linksUrl)
    {
        if (linksUrl is null) return null;
        if (IndexOf(query, column => column.Name.Equals(ObsCore.PublisherDid, StringComparison.OrdinalIgnoreCase)) is { } identifiers) return new LinksService(linksUrl, identifiers, TableName: null);
        var keyed = query.Translation.Tables.Where(HasKey).Select(table => (Table: table, Column: IndexOf(query, column => IsKey(column, table)))).Where(pair => pair.Column is not null).ToList();
        if (keyed is not [var (table, key)] || key is not { } index) return null;
        var isOnlyKeyed = query.Snapshot.Tables.Tables.Count(HasKey) == 1;
        return new LinksService(linksUrl, index, isOnlyKeyed ? null : table.Name);
    }

    private static bool HasKey(Table table) => table.Kind == TableKind.Table && RowIdentifier.IsFor(table);

    /// <summary>An expression that goes by the key's name has another UCD or type.</summary>
    private static bool IsKey(Column column, Table table)
    {
        var key = table.FindColumn(table.KeyColumn!)!;
        return column.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase) && column.Ucd == key.Ucd && column.Type == key.Type;
    }

    private static int? IndexOf(RunningQuery query, Func<Column, bool> isWanted)
    {
        for (var index = 0; index < query.Columns.Length; index++)
        {
            if (isWanted(query.Columns[index])) return index;
        }

        return null;
    }
}
