using Archive.Catalogue.Tables;

namespace Archive.Ingest.Translation;

/// <summary>One row of a table of observations, from a header or from another archive's copy of the table.</summary>
public sealed class ObservationRecord
{
    private readonly FieldValue[] _values;

    /// <param name="table">The table that the row belongs to.</param>
    /// <param name="values">One value per column, in the table's order. The record takes the array over: don't change it afterwards.</param>
    /// <param name="koaId">The row's identifier, unique in the table.</param>
    /// <param name="utDate">The UT date that decides the row's partition.</param>
    /// <exception cref="ArgumentException">There isn't one value per column.</exception>
    public ObservationRecord(Table table, FieldValue[] values, string koaId, DateOnly utDate)
    {
        if (values.Length != table.Columns.Length)
            throw new ArgumentException($"Table {table.Name} has {table.Columns.Length} columns, the row has {values.Length} values.", nameof(values));
        Table = table;
        _values = values;
        KoaId = koaId;
        UtDate = utDate;
    }

    public Table Table { get; }

    /// <summary>Identifies the observation, for instance <c>HI.20040824.08204.fits</c>.</summary>
    public string KoaId { get; }

    /// <summary>The UT date on which the exposure began: the key of the partition.</summary>
    public DateOnly UtDate { get; }

    /// <summary>The values in the order of the table's columns.</summary>
    public ReadOnlySpan<FieldValue> Values => _values;

    /// <summary>The value of the column at a place counted from 0.</summary>
    public FieldValue this[int ordinal] => _values[ordinal];
}
