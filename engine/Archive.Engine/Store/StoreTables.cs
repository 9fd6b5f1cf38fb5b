using System.Globalization;
using Archive.Adql.Translation;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>
/// Brings one table of the store in step with a manifest. Runs inside the caller's transaction, so that queries see the former rows
/// until all is there.
/// </summary>
internal sealed class StoreTables(DuckDbConnection connection, StoreJournal journal)
{
    /// <summary>The share of rows, removed from or added to the end of the sky order, at which it is worth being sorted anew.</summary>
    private const double UnsortedShareAtMost = 0.2;

    private const int ColumnsUnderWay = 10_000;

    public void Bring(Table table, TableFolder folder, Manifest manifest)
    {
        if (journal.MustBeLoadedAnew(table))
        {
            Drop(table.Name);
            Create(table);
            Load(table, folder, manifest.Files);
            Complete(table, manifest);
            return;
        }

        // Rows are removed by their dates, so where one file of a partition is another, all files of it are loaded.
        var present = journal.FilesOf(table.Name);
        var presentPaths = present.Select(file => file.Path).ToHashSet();
        var wantedPaths = manifest.Files.Select(file => file.Path).ToHashSet();
        var changed = present.Where(file => !wantedPaths.Contains(file.Path)).Select(file => file.Partition)
            .Concat(manifest.Files.Where(file => !presentPaths.Contains(file.Path)).Select(file => file.Partition)).ToHashSet();
        var removed = present.Where(file => changed.Contains(file.Partition)).ToList();
        var added = manifest.Files.Where(file => changed.Contains(file.Partition)).ToList();
        var unsorted = journal.Find(table.Name)!.UnsortedRows + removed.Sum(file => file.Rows) + added.Sum(file => file.Rows);
        var sortAnew = unsorted > UnsortedShareAtMost * manifest.Rows;

        Remove(table, removed.Select(file => file.Partition));
        Load(table, folder, added);
        if (sortAnew) SortBySky(table);
        else AddToSky(table, added);
        journal.Write(table, manifest, sortAnew ? 0 : unsorted);
    }

    /// <summary>Completes a table whose rows <see cref="FirstLoad"/> has brought.</summary>
    public void Complete(Table table, Manifest manifest)
    {
        SortBySky(table);
        journal.Write(table, manifest, unsortedRows: 0);
    }

    public static void Insert(DuckDbConnection connection, Table table, TableFolder folder, IEnumerable<PartitionFile> files) =>
        connection.Execute($"INSERT INTO {InPartitionOrder(table.Name)} {RowsOf(table, folder, files)}");

    /// <summary>A SELECT of a table's rows from its files, and after the table's columns the given ones.</summary>
    public static string RowsOf(Table table, TableFolder folder, IEnumerable<PartitionFile> files, string further = "") =>
        $"SELECT {ListOf(table.Columns)}{further} FROM read_parquet({SqlText.Files(files.Select(file => Path.Combine(folder.Root, file.Path)))}, hive_partitioning = false)";

    public void Drop(string name)
    {
        connection.Execute($"DROP TABLE IF EXISTS {InPartitionOrder(name)}");
        connection.Execute($"DROP TABLE IF EXISTS {InSkyOrder(name)}");
        journal.Forget(name);
    }

    public void Create(Table table)
    {
        var columns = table.Columns.Select(column =>
            $"{SqlText.Identifier(column.Name)} {column.Type.SqlTypeName()}{CompressionOf(table, column)}");
        connection.Execute($"CREATE TABLE {InPartitionOrder(table.Name)} ({string.Join(", ", columns)})");
    }

    /// <summary>
    /// The key isn't compressed: identifiers are searched by parts of them, and all of them are then looked at. Other texts that are much asked for are dictionaries:
    /// DuckDB's own choice for many of them would be smaller and twice as slow to compare.
    /// </summary>
    private static string CompressionOf(Table table, Column column) =>
        !column.Type.IsText ? "" : column.Name == table.KeyColumn ? " USING COMPRESSION uncompressed" : column.IsPrincipal ? " USING COMPRESSION dictionary" : "";

    private void Remove(Table table, IEnumerable<string> partitions)
    {
        if (Within(table, partitions) is not { } condition) return;
        connection.Execute($"DELETE FROM {InPartitionOrder(table.Name)} WHERE {condition}");
        if (table.Position is not null) connection.Execute($"DELETE FROM {InSkyOrder(table.Name)} WHERE {condition}");
    }

    /// <summary>The condition that a row belongs to one of the partitions; null where there are none. Nights are compared together, which costs less to plan than one by one.</summary>
    private static string? Within(Table table, IEnumerable<string> partitions)
    {
        var periods = partitions.Distinct().Select(PartitionPeriod.Parse).ToLookup(period => period.First == period.Last);
        var column = SqlText.Identifier(table.UtDateColumn!);
        var conditions = periods[false].Select(period => $"{column} BETWEEN {Date(period.First)} AND {Date(period.Last)}").ToList();
        if (periods.Contains(true)) conditions.Add($"{column} IN ({string.Join(", ", periods[true].Select(period => Date(period.First)))})");
        return conditions.Count == 0 ? null : string.Join(" OR ", conditions);

        static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"DATE '{date:yyyy-MM-dd}'");
    }

    /// <summary>Some files at a time: while DuckDB inserts, each file under way takes memory for all its columns, though it has few rows.</summary>
    private void Load(Table table, TableFolder folder, IReadOnlyCollection<PartitionFile> files)
    {
        foreach (var some in files.Chunk(Math.Max(1, ColumnsUnderWay / table.Columns.Length))) Insert(connection, table, folder, some);
    }

    private void SortBySky(Table table)
    {
        if (table.Position is null) return;
        connection.Execute($"CREATE OR REPLACE TABLE {InSkyOrder(table.Name)} AS {SkyRows(table)} ORDER BY {StoreColumns.Cell}");
    }

    private void AddToSky(Table table, List<PartitionFile> added)
    {
        if (table.Position is null || Within(table, added.Select(file => file.Partition)) is not { } condition) return;
        connection.Execute($"INSERT INTO {InSkyOrder(table.Name)} {SkyRows(table, $"WHERE {condition}")} ORDER BY {StoreColumns.Cell}");
    }

    /// <summary>A SELECT of the copy in the order of the sky, from the one in the order of the partitions and not yet in that order; and after its columns the given ones.</summary>
    public static string SkyRows(Table table, string where = "", string further = "")
    {
        var (ra, dec) = (SqlText.Identifier(table.Position!.RightAscension), SqlText.Identifier(table.Position.Declination));
        return $"""
            SELECT {ListOf(SkyOrder.ColumnsOf(table))}, {SkyFunctions.Cell}({ra}, {dec}) AS {StoreColumns.Cell},
                   {Component("cos(radians({1})) * cos(radians({0}))")} AS {StoreColumns.X}, {Component("cos(radians({1})) * sin(radians({0}))")} AS {StoreColumns.Y}, {Component("sin(radians({1}))")} AS {StoreColumns.Z}{further}
            FROM {InPartitionOrder(table.Name)} {where}
            """;

        // Numbers that are no position have no cell; NaN is in no shape, and without a row's position there is nothing to compute.
        string Component(string formula) =>
            $"CASE WHEN {StoreColumns.Cell} IS NOT NULL THEN {string.Format(CultureInfo.InvariantCulture, formula, ra, dec)} WHEN {ra} IS NOT NULL AND {dec} IS NOT NULL THEN 'nan'::DOUBLE END";
    }

    private static string ListOf(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => SqlText.Identifier(column.Name)));

    public static string InPartitionOrder(string table) => $"{StoreColumns.PartitionOrderSchema}.{SqlText.Identifier(table)}";

    public static string InSkyOrder(string table) => $"{StoreColumns.SkyOrderSchema}.{SqlText.Identifier(table)}";
}
