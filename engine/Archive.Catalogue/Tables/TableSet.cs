using System.Collections.Immutable;

namespace Archive.Catalogue.Tables;

/// <summary>All the tables that queries may name at one moment. Immutable; a change makes a new one.</summary>
public sealed class TableSet
{
    private readonly Dictionary<string, Table> byName = new(StringComparer.OrdinalIgnoreCase);

    public TableSet(IEnumerable<Schema> schemas, IEnumerable<Table> tables)
    {
        Schemas = [.. schemas];
        Tables = [.. tables];
        foreach (var table in Tables)
        {
            if (!byName.TryAdd($"{table.Schema}.{table.Name}", table))
                throw new ArgumentException($"There are two tables named {table.Schema}.{table.Name}.", nameof(tables));
            if (!table.IsListedWithSchema) byName.TryAdd(table.Name, table);
        }
    }

    public ImmutableArray<Schema> Schemas { get; }

    public ImmutableArray<Table> Tables { get; }

    /// <summary>These tables and, for one query, those that it brings along.</summary>
    /// <exception cref="ArgumentException">Two tables have one name.</exception>
    public TableSet With(IReadOnlyCollection<Table> uploads) => uploads.Count == 0 ? this : new TableSet([.. Schemas, UploadSchema.Schema], [.. Tables, .. uploads]);

    /// <summary>
    /// Finds a table by its name alone or by <c>schema.name</c>, whatever the case of the letters; null if there is none.
    /// A table that is listed with its schema is found only with it.
    /// </summary>
    public Table? Find(string? schema, string name) => byName.GetValueOrDefault(schema is null ? name : $"{schema}.{name}");
}
