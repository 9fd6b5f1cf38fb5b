using Archive.Catalogue.Observations;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>
/// Makes <c>ivoa.ObsCore</c>: one view over the copies of the archive's tables in the order of their partitions, one over those in the order of the sky. A filter, and the zone maps with it,
/// reaches the tables below.
/// </summary>
internal static class ObsCoreViews
{
    /// <summary>The tables of which the rows are observations; none where the archive has a table by that name itself, which then is what queries see.</summary>
    public static List<ObservationMapping> MappingsOf(IReadOnlyCollection<Table> tables) =>
        tables.Any(table => table.Kind == TableKind.Table && ObsCore.Has(table.Schema, table.Name)) ? [] : [.. tables.Select(table => table.Observations).OfType<ObservationMapping>()];

    /// <summary>Makes the views anew, inside the caller's transaction; drops them where they would be empty.</summary>
    public static void Write(DuckDbConnection connection, TableSet tables)
    {
        var rows = MappingsOf(tables.Tables).ConvertAll(mapping => new ObsCoreRows(mapping, HasUnnamedRows(connection, mapping.Table)));
        Write(connection, StoreColumns.ViewSchema, rows, inSkyOrder: false);
        Write(connection, StoreColumns.SkyViewSchema, rows, inSkyOrder: true);
    }

    private static bool HasUnnamedRows(DuckDbConnection connection, Table table)
    {
        using var result = connection.Query($"SELECT 1 FROM {StoreColumns.PartitionOrderSchema}.{SqlText.Identifier(table.Name)} WHERE {SqlText.Identifier(table.KeyColumn!)} IS NULL LIMIT 1");
        using var chunk = result.FetchChunk();
        return chunk is { RowCount: > 0 };
    }

    private static void Write(DuckDbConnection connection, string schema, List<ObsCoreRows> tables, bool inSkyOrder)
    {
        var name = $"{schema}.{SqlText.Identifier(ObsCore.Table.Name)}";
        connection.Execute($"CREATE SCHEMA IF NOT EXISTS {schema}");
        connection.Execute(tables.Count == 0
            ? $"DROP VIEW IF EXISTS {name}"
            : $"CREATE OR REPLACE VIEW {name} AS {string.Join("\nUNION ALL\n", tables.Select(rows => rows.Select(inSkyOrder)))}");
    }
}
