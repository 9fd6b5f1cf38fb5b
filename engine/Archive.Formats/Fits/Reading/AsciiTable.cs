using System.Collections.Immutable;
using System.Text;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Fits.Reading;

/// <summary>A table of ASCII (FITS 4.0, section 7.2).</summary>
internal sealed class AsciiTable : FitsTable
{
    private readonly ImmutableArray<AsciiTableColumn> columns;

    /// <exception cref="TableReadException">The header doesn't describe such a table.</exception>
    public AsciiTable(HeaderCards header, TableReadLimits limits)
        : base(header, limits)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        columns = [.. Enumerable.Range(1, ColumnCount).Select(number => new AsciiTableColumn(header, number, RowLength))];
        Fields = [.. columns.Select((column, index) => new TableField(Describe(index + 1, column.Type, names), column.Shape, NullText: null))];
    }

    public override ImmutableArray<TableField> Fields { get; }

    public override void ReadRows(BinaryCells bytes, RowSink sink, TableReadLimits limits)
    {
        for (var row = 0L; row < Rows; row++)
        {
            var text = TakeRow(bytes, sink);
            for (var column = 0; column < columns.Length; column++) ReadCell(text, column, sink);
            sink.EndRow();
        }
    }

    private void ReadCell(string row, int column, RowSink sink)
    {
        try
        {
            columns[column].Read(row, column, sink);
        }
        catch (CellException error)
        {
            throw sink.Refused(column, error);
        }
    }

    private string TakeRow(BinaryCells bytes, RowSink sink)
    {
        try
        {
            return Encoding.Latin1.GetString(bytes.Take(RowLength));
        }
        catch (CellException error)
        {
            throw EndsEarly(sink, error);
        }
    }
}
