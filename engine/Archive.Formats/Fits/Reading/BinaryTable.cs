using System.Collections.Immutable;
using System.Globalization;
using Archive.Formats.Reading;
using Archive.Formats.Reading.Columns;
using Archive.Formats.Streams;

namespace Archive.Formats.Fits.Reading;

/// <summary>A binary table (FITS 4.0, section 7.3). Where there is a heap, the rows wait in a file until it is there.</summary>
internal sealed class BinaryTable : FitsTable
{
    private readonly ImmutableArray<BinaryTableColumn> columns;
    private readonly long gap;
    private readonly long heapLength;

    /// <exception cref="TableReadException">The header doesn't describe a binary table.</exception>
    public BinaryTable(HeaderCards header, TableReadLimits limits)
        : base(header, limits)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var found = ImmutableArray.CreateBuilder<BinaryTableColumn>(ColumnCount);
        var fields = ImmutableArray.CreateBuilder<TableField>(ColumnCount);
        var offset = 0L;
        for (var number = 1; number <= ColumnCount; number++)
        {
            var form = BinaryForm.Parse(header.Text("TFORM", number), number);
            if (offset + form.Width > RowLength) throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The columns of the FITS table take more than the {RowLength} bytes of NAXIS1."));
            var column = new BinaryTableColumn(header, number, form, (int)offset);
            found.Add(column);
            fields.Add(new TableField(Describe(number, column.Type, names), column.Shape, column.NullText));
            offset += form.Width;
        }

        columns = found.MoveToImmutable();
        Fields = fields.MoveToImmutable();
        if (Rows > long.MaxValue / Math.Max(1, RowLength)) throw new TableReadException("NAXIS1 and NAXIS2 of the FITS table are larger than any file.");
        gap = header.Count("THEAP", Rows * RowLength) - (Rows * RowLength);
        heapLength = header.Count("PCOUNT", 0) - gap;
        if (gap < 0 || heapLength < 0) throw new TableReadException("The heap of the FITS table doesn't lie where THEAP and PCOUNT say: it begins within the rows, or behind its end.");
    }

    public override ImmutableArray<TableField> Fields { get; }

    public override void ReadRows(BinaryCells bytes, RowSink sink, TableReadLimits limits)
    {
        if (!columns.Any(column => column.IsInHeap))
        {
            ReadRows(bytes, heap: null, sink);
            return;
        }

        using var rows = TemporaryFile.Create(FileOptions.SequentialScan);
        using var heap = TemporaryFile.Create(FileOptions.RandomAccess);
        Copy(bytes, Rows * RowLength, rows, sink);
        Copy(bytes, gap, Stream.Null, sink);
        Copy(bytes, heapLength, heap, sink);
        rows.Position = 0;
        ReadRows(new BinaryCells(rows), new Heap(heap, limits), sink);
    }

    private void ReadRows(BinaryCells bytes, Heap? heap, RowSink sink)
    {
        for (var row = 0L; row < Rows; row++)
        {
            var cells = TakeRow(bytes, sink);
            for (var column = 0; column < columns.Length; column++) ReadCell(cells, column, heap, sink);
            sink.EndRow();
        }
    }

    private void ReadCell(ReadOnlySpan<byte> row, int column, Heap? heap, RowSink sink)
    {
        try
        {
            var elements = columns[column].Elements(row, heap, out var count);
            sink.Add(column, elements, count);
        }
        catch (CellException error)
        {
            throw sink.Refused(column, error);
        }
    }

    private ReadOnlySpan<byte> TakeRow(BinaryCells bytes, RowSink sink)
    {
        try
        {
            return bytes.Take(RowLength);
        }
        catch (CellException error)
        {
            throw EndsEarly(sink, error);
        }
    }

    /// <summary>Writes what is there, however much a header claims.</summary>
    private static void Copy(BinaryCells bytes, long count, Stream destination, RowSink sink)
    {
        try
        {
            for (; count > 0; count -= HeaderCards.BlockLength) destination.Write(bytes.Take(Math.Min(count, HeaderCards.BlockLength)));
        }
        catch (CellException error)
        {
            throw EndsEarly(sink, error);
        }
    }
}
