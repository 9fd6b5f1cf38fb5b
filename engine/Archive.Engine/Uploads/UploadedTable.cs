using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Uploads;

/// <summary>A table that a query brings along. The engine makes room for it, its rows come from whoever made it.</summary>
public sealed class UploadedTable
{
    private readonly Action<TableAppender, CancellationToken> append;

    /// <param name="definition">The table as the query sees it; its schema is that of uploads.</param>
    /// <param name="append">Adds all rows to a table with the columns of the definition, and leaves it to the engine to complete the appender.</param>
    public UploadedTable(Table definition, Action<TableAppender, CancellationToken> append)
    {
        if (definition.Schema != UploadSchema.SchemaName || !definition.IsListedWithSchema)
            throw new ArgumentException($"Table {definition.Name} is not of the schema {UploadSchema.SchemaName}.", nameof(definition));
        Definition = definition;
        this.append = append;
    }

    public Table Definition { get; }

    /// <summary>Makes a temporary table of the connection and fills it.</summary>
    internal void Load(DuckDbConnection connection, CancellationToken cancellation)
    {
        var columns = Definition.Columns.Select(column => $"{SqlText.Identifier(column.NameInStore)} {column.Type.SqlTypeName()}");
        var name = StoreColumns.UploadName(Definition.Name);
        connection.Execute($"CREATE TEMPORARY TABLE {StoreColumns.UploadSchema}.{SqlText.Identifier(name)} ({string.Join(", ", columns)})");
        using var appender = new TableAppender(connection, "temp", "main", name);
        append(appender, cancellation);
        appender.Complete();
    }
}
