using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Instruments;

/// <summary>
/// An instrument and the table of its observations: the one definition from which records, Parquet schema, TAP_SCHEMA and
/// <c>table.vot</c> are drawn. Immutable.
/// </summary>
public sealed class InstrumentDefinition
{
    private readonly Dictionary<string, int> _ordinals;

    internal InstrumentDefinition(ImmutableArray<ColumnDefinition> columns, Table table)
    {
        Columns = columns;
        Table = table;
        _ordinals = columns.ToDictionary(column => column.Name, column => column.Ordinal, StringComparer.OrdinalIgnoreCase);
        KeyOrdinal = OrdinalOf(table.KeyColumn!);
        UtDateOrdinal = OrdinalOf(table.UtDateColumn!);
    }

    /// <summary>The instrument's name; the table's where the definition is of no certain instrument.</summary>
    public required string Name { get; init; }

    public required DerivationRules Rules { get; init; }

    /// <summary>The conditions of which a header of the instrument fulfils one; empty where any header may be its.</summary>
    public required ImmutableArray<HeaderCondition> HeaderConditions { get; init; }

    /// <summary>What the identifiers of its observations begin with: the first whose condition holds. Empty where that isn't known.</summary>
    public ImmutableArray<IdentifierPrefix> Prefixes { get; init; } = [];

    /// <summary>Computed identifiers have hundredths of a second.</summary>
    public bool HasHundredths { get; init; }

    /// <summary>The keywords that may hold the UTC time of day at which the exposure began, the best first; null for the usual ones.</summary>
    public ImmutableArray<string>? TimeKeywords { get; init; }

    /// <summary>Place of the column that holds the instant at which the exposure began; null where there is none.</summary>
    public int? StartOrdinal { get; init; }

    /// <summary>Keywords that feed no column get one of their own when they are first met.</summary>
    public bool TakesAllKeywords { get; init; }

    /// <summary>The columns in the order of the table.</summary>
    public ImmutableArray<ColumnDefinition> Columns { get; }

    /// <summary>The table as the catalogue knows it, column for column.</summary>
    public Table Table { get; }

    /// <summary>Place of the column that identifies an observation.</summary>
    public int KeyOrdinal { get; }

    /// <summary>Place of the column that holds the UT date.</summary>
    public int UtDateOrdinal { get; }

    /// <summary>Is the header one of this instrument?</summary>
    public bool IsOf(FitsHeader header) => HeaderConditions.IsEmpty || HeaderConditions.Any(condition => condition.Holds(header));

    /// <summary>The place of a column, whatever the case of the letters.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public int OrdinalOf(string columnName) => FindOrdinal(columnName) ?? throw new KeyNotFoundException($"Table {Table.Name} has no column {columnName}.");

    /// <summary>The same; null where the table has no such column.</summary>
    public int? FindOrdinal(string columnName) => _ordinals.TryGetValue(columnName, out var ordinal) ? ordinal : null;
}
