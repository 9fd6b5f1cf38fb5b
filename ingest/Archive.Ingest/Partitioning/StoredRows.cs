using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// The rows of partition files with the columns that the table has now. A file may be from before a column was added to the definition, or one taken away: missing ones are null.
/// </summary>
internal sealed class StoredRows
{
    private readonly string _tableRoot;
    private readonly string _columnsAsDefined;
    private readonly string _replacements;

    /// <param name="connection">Gets an empty table that says which columns there are.</param>
    /// <param name="table">The table as it is defined now.</param>
    /// <param name="tableRoot">Its folder.</param>
    /// <param name="replacements">Columns of the files that are read otherwise than by SQL's own cast: a REPLACE, or empty.</param>
    public StoredRows(DuckDbConnection connection, Table table, string tableRoot, string replacements = "")
    {
        _replacements = replacements;
        _tableRoot = tableRoot;
        _columnsAsDefined = string.Join(", ", table.Columns.Select(column =>
            $"CAST({SqlText.Identifier(column.Name)} AS {column.Type.SqlTypeName()}) AS {SqlText.Identifier(column.Name)}"));
        connection.Execute($"CREATE TABLE as_defined ({table.SqlDefinition()})");
    }

    /// <summary>A SELECT of all rows of some files.</summary>
    public string Of(IEnumerable<PartitionFile> files) => $"""
        SELECT {_columnsAsDefined} FROM
        (FROM as_defined UNION ALL BY NAME SELECT * {_replacements} FROM read_parquet({SqlText.Files(files.Select(file => Path.Combine(_tableRoot, file.Path)))}, union_by_name = true, hive_partitioning = false))
        """;
}
