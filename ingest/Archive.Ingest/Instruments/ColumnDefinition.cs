using System.Collections.Immutable;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Instruments;

/// <summary>One line of an instrument's definition file: what the column means, where its value comes from, what is plausible in it.</summary>
public sealed record ColumnDefinition
{
    /// <summary>The column's place in the table, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Lower case, a regular identifier.</summary>
    public required string Name { get; init; }

    public required ColumnKind Kind { get; init; }

    /// <summary>Most characters a text column holds, the largest integer where it holds any number; 0 for the other kinds.</summary>
    public int Width { get; init; }

    /// <summary>Unit by VOUnits; null where there is none, or none that VOUnits can write (degrees Celsius, electrons).</summary>
    public string? Unit { get; init; }

    /// <summary>UCD1+ words.</summary>
    public string? Ucd { get; init; }

    public bool IsPrincipal { get; init; }

    /// <summary>The archive that the table is modelled on has no row without it. A raw header may: that is an issue, no refusal.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The header keywords that may hold the value, the first with a value counts, and products of two, <c>A*B</c>; empty where the value is derived.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Smallest plausible value of a number; null where nothing is known.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest plausible value of a number; null where nothing is known.</summary>
    public double? Maximum { get; init; }

    /// <summary>The texts that are plausible, compared without case; empty where all are.</summary>
    public ImmutableArray<string> KnownValues { get; init; } = [];

    public required string Description { get; init; }

    internal Column ToColumn(bool isIndexed) => new()
    {
        Name = Name,
        Type = Kind switch
        {
            ColumnKind.Text => Width == int.MaxValue ? ColumnType.Text : ColumnType.TextUpTo(Width),
            ColumnKind.Logical => ColumnType.Boolean,
            ColumnKind.Integer => ColumnType.Int,
            ColumnKind.Long => ColumnType.Long,
            ColumnKind.Real => ColumnType.Double,
            ColumnKind.Date => ColumnType.Date,
            _ => ColumnType.Timestamp,
        },
        Unit = Unit,
        Ucd = Ucd,
        Description = Description,
        IsPrincipal = IsPrincipal,
        IsIndexed = isIndexed,
    };
}
