using System.Collections.Immutable;
using Archive.Catalogue.Observations;

namespace Archive.Catalogue.Tables;

public enum TableKind
{
    Table,
    View,
}

/// <summary>The two columns, ICRS degrees, that hold a row's position.</summary>
public sealed record PositionColumns(string RightAscension, string Declination);

/// <summary>A foreign key: rows of one table name rows of another.</summary>
public sealed record ForeignKey(string Id, string FromTable, string TargetTable, ImmutableArray<(string From, string Target)> Columns, string? Description = null);

/// <summary>A table that queries may name, with its columns in order.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> columnsByName;
    private readonly Lazy<ObservationMapping?> observations;

    public Table(string schema, string name, IEnumerable<Column> columns)
    {
        Schema = schema;
        Name = name;
        Columns = [.. columns];
        observations = new Lazy<ObservationMapping?>(() => ObservationMapping.Of(this));
        columnsByName = new Dictionary<string, Column>(Columns.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var column in Columns)
        {
            if (!columnsByName.TryAdd(column.Name, column))
                throw new ArgumentException($"Table {name} has two columns named {column.Name}.", nameof(columns));
        }
    }

    public string Schema { get; }

    /// <summary>The table's name without its schema.</summary>
    public string Name { get; }

    public ImmutableArray<Column> Columns { get; }

    public string? Description { get; init; }

    public string? Utype { get; init; }

    public TableKind Kind { get; init; }

    /// <summary>Where a row is on the sky; null for a table without positions.</summary>
    public PositionColumns? Position { get; init; }

    /// <summary>The column that says a row's UT date, by which its partitions are cut; null where the table isn't cut by date.</summary>
    public string? UtDateColumn { get; init; }

    /// <summary>The column whose value names one row; null where there is none.</summary>
    public string? KeyColumn { get; init; }

    /// <summary>A table of the archive is listed by its bare name, one that a standard puts into a schema by the qualified one.</summary>
    public bool IsListedWithSchema { get; init; }

    /// <summary>The table's name as TAP_SCHEMA.tables lists it: what a user types.</summary>
    public string ListedName => IsListedWithSchema ? $"{Schema}.{Name}" : Name;

    /// <summary>How the table's rows become rows of <see cref="ObsCore"/>; null where they are no observations.</summary>
    public ObservationMapping? Observations => observations.Value;

    public ImmutableArray<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Finds a column whatever the case of its letters; null if there is none.</summary>
    public Column? FindColumn(string name) => columnsByName.GetValueOrDefault(name);
}
