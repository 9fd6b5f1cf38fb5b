using System.Collections.Immutable;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Instruments;

/// <summary>
/// An instrument and the table of its observations: the one definition from which records, Parquet schema, TAP_SCHEMA and
/// <c>table.vot</c> are drawn. Immutable.
/// </summary>
public sealed class InstrumentDefinition
{
    private readonly Dictionary<string, int> _ordinals;

    internal InstrumentDefinition(string name, string prefix, ImmutableArray<ColumnDefinition> columns, Table table)
    {
        Name = name;
        Prefix = prefix;
        Columns = columns;
        Table = table;
        _ordinals = columns.ToDictionary(column => column.Name, column => column.Ordinal, StringComparer.OrdinalIgnoreCase);
        KeyOrdinal = OrdinalOf(table.KeyColumn!);
        UtDateOrdinal = OrdinalOf(table.UtDateColumn!);
    }

    /// <summary>The instrument's name, the first word of its headers' INSTRUME.</summary>
    public string Name { get; }

    /// <summary>What the identifiers of its observations begin with.</summary>
    public string Prefix { get; }

    /// <summary>The columns in the order of the table.</summary>
    public ImmutableArray<ColumnDefinition> Columns { get; }

    /// <summary>The table as the catalogue knows it, column for column.</summary>
    public Table Table { get; }

    /// <summary>Place of the column that identifies an observation.</summary>
    public int KeyOrdinal { get; }

    /// <summary>Place of the column that holds the UT date.</summary>
    public int UtDateOrdinal { get; }

    /// <summary>The place of a column, whatever the case of the letters.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public int OrdinalOf(string columnName) => _ordinals.TryGetValue(columnName, out var ordinal)
        ? ordinal
        : throw new KeyNotFoundException($"Table {Table.Name} has no column {columnName}.");
}
