using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.Formats.Reading;

namespace Archive.Formats.Fits.Reading;

/// <summary>A table as its header describes it.</summary>
internal abstract class FitsTable
{
    private readonly HeaderCards header;

    /// <exception cref="TableReadException">The header lacks what a table's has, or is beyond a limit.</exception>
    protected FitsTable(HeaderCards header, TableReadLimits limits)
    {
        this.header = header;
        var length = header.Count("NAXIS1");
        if (length > Array.MaxLength) throw new TableReadException($"A row of the FITS table has {length} bytes, which is more than is read.");
        RowLength = (int)length;
        Rows = header.Count("NAXIS2");
        var columns = header.Count("TFIELDS");
        if (columns == 0) throw new TableReadException("The FITS table has no column.");
        if (columns > limits.MaximumColumns) throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The table has more than {limits.MaximumColumns} columns, which is the most that are read."));
        if (RowLength == 0 && Rows > 0) throw new TableReadException("A row of the FITS table takes no byte, so that its rows say nothing.");
        ColumnCount = (int)columns;
    }

    /// <summary>EXTNAME; null where the table has none.</summary>
    public string? Name => header.Text("EXTNAME");

    public abstract ImmutableArray<TableField> Fields { get; }

    protected int RowLength { get; }

    protected long Rows { get; }

    protected int ColumnCount { get; }

    /// <summary>Gives all rows to the sink; the bytes are those behind the header.</summary>
    public abstract void ReadRows(BinaryCells bytes, RowSink sink, TableReadLimits limits);

    /// <summary>What the header says of a column's meaning (FITS 4.0, section 7.2.2; TUCD, TUTYP, TXTYP and TCOMM as STILTS has them).</summary>
    protected Column Describe(int number, ColumnType type, ISet<string> names) => new()
    {
        Name = UniqueNames.Add(header.Text("TTYPE", number) ?? FormattableString.Invariant($"column_{number}"), names),
        Type = TypeOf(type, header.Text("TXTYP", number)),
        Unit = header.Text("TUNIT", number),
        Ucd = header.Text("TUCD", number),
        Utype = header.Text("TUTYP", number),
        Description = header.Text("TCOMM", number),
    };

    protected static TableReadException EndsEarly(RowSink sink, Exception error) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Row {sink.RowNumber}: the FITS file ends within the table. It is cut off, or NAXIS1 and NAXIS2 aren't what follows."), error);

    /// <summary>Instants of ten characters are days.</summary>
    private static ColumnType TypeOf(ColumnType type, string? xtype) =>
        xtype == ColumnType.Date.Xtype && type.MaximumLength == ColumnType.Date.MaximumLength ? ColumnType.Date : type with { Xtype = xtype };
}
