using System.Buffers;
using System.Collections.Immutable;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Fits;

/// <summary>
/// A FITS file whose second HDU is a binary table (FITS 4.0, section 7.3). Its header says how many rows there are and how long texts are, so the rows are spooled
/// to a file while they come, and read once for the rows and, where there are arrays of any length, once more for the heap.
/// </summary>
internal sealed class FitsWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private const int SlicesPerPart = 8;
    private const int MaximumColumns = 999;

    private readonly CellSpool spool = new();
    private ImmutableArray<FitsColumn> columns;
    private CellSlice? slice;
    private FitsRows? rows;
    private long heapLength;
    private bool isInHeap;

    protected override void WriteHeader(ResultDescription description)
    {
        if (description.Columns.Length > MaximumColumns)
            throw new ResultFormatException($"The result has {description.Columns.Length} columns, more than the {MaximumColumns} of a FITS table. Select fewer, or ask for another format.");
        var names = UniqueNames.Of(description.Columns, FitsHeader.StringLength);
        columns = [.. description.Columns.Select((column, index) => new FitsColumn(column, names[index], new FitsForm(column, description.VectorTypes[index])))];
        slice = new CellSlice([.. columns.Select(column => column.Form.Encoder)]);
    }

    protected override void WriteRows(DataChunk chunk, int rowCount)
    {
        for (var start = 0; start < rowCount; start += slice!.RowCount)
        {
            slice!.Fill(chunk, start, rowCount);
            for (var index = 0; index < columns.Length; index++) columns[index].Note(chunk.Column(index), start, slice.RowCount, slice.Cells[index]);
            spool.Write(slice);
        }
    }

    protected override bool WriteEnding(ResultEnding ending)
    {
        if (rows is null)
        {
            heapLength = columns.Sum(column => column.HeapLength);
            var descriptorLength = heapLength <= int.MaxValue ? FitsForm.ShortDescriptorLength : FitsForm.LongDescriptorLength;
            rows = new FitsRows(columns, descriptorLength);
            Output.Write(FitsTableHeader.Of(Description, columns, ending, RowCount, rows.Length, heapLength, descriptorLength));
            spool.Rewind();
        }

        for (var part = 0; part < SlicesPerPart; part++)
        {
            if (spool.TryRead(slice!))
            {
                if (isInHeap) rows.WriteHeap(slice!, Output);
                else rows.Write(slice!, Output);
            }
            else if (!isInHeap && heapLength > 0)
            {
                isInHeap = true;
                spool.Rewind();
            }
            else
            {
                Output.Write(new byte[FitsHeader.PaddingAfter((RowCount * rows.Length) + heapLength)]);
                return true;
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        spool.Dispose();
        base.Dispose(disposing);
    }
}
