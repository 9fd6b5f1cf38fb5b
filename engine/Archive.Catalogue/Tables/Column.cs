namespace Archive.Catalogue.Tables;

/// <summary>One column of a table or of a result, with all that TAP_SCHEMA.columns and a VOTable FIELD say of it.</summary>
public sealed record Column
{
    /// <summary>The column's name as stored, without quotes. It needs quotes in a query where it isn't a regular identifier.</summary>
    public required string Name { get; init; }

    /// <summary>What the store calls the column; null where that is its <see cref="Name"/>, as in all tables of the archive.</summary>
    public string? StoredAs { get; init; }

    public string NameInStore => StoredAs ?? Name;

    public required ColumnType Type { get; init; }

    /// <summary>Unit by VOUnits; null where the value has none.</summary>
    public string? Unit { get; init; }

    /// <summary>UCD1+ words, for instance <c>pos.eq.ra;meta.main</c>.</summary>
    public string? Ucd { get; init; }

    public string? Utype { get; init; }

    public string? Description { get; init; }

    /// <summary>A search on this column is fast: TAP_SCHEMA's <c>indexed</c>.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>Belongs to the columns that most users want to see: TAP_SCHEMA's <c>principal</c>.</summary>
    public bool IsPrincipal { get; init; }

    /// <summary>Defined by a standard: TAP_SCHEMA's <c>std</c>.</summary>
    public bool IsStandard { get; init; }
}
