using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using Archive.Formats.Cells;

namespace Archive.Formats.Fits;

/// <summary>Puts cells into rows of one length. Arrays of any length lie behind the rows, in the order of slices and, within a slice, of columns.</summary>
internal sealed class FitsRows(ImmutableArray<FitsColumn> columns, int descriptorLength)
{
    private readonly int[] widths = [.. columns.Select(column => column.Width(descriptorLength))];
    private readonly long[] heapStarts = new long[columns.Length];
    private long heapLength;

    /// <summary>Bytes of a row.</summary>
    public int Length { get; } = checked(columns.Sum(column => column.Width(descriptorLength)));

    public void Write(CellSlice slice, IBufferWriter<byte> output)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Form.Layout != FitsLayout.Heap) continue;
            heapStarts[index] = heapLength;
            heapLength += slice.Cells[index].Length;
        }

        for (var row = 0; row < slice.RowCount; row++)
        {
            var line = output.GetSpan(Length)[..Length];
            for (var index = 0; index < columns.Length; index++)
            {
                WriteCell(index, slice.Cells[index].Cell(row), line[..widths[index]]);
                line = line[widths[index]..];
            }

            output.Advance(Length);
        }
    }

    /// <summary>Writes what lies in the heap of a slice whose rows were written before.</summary>
    public void WriteHeap(CellSlice slice, IBufferWriter<byte> output)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Form.Layout == FitsLayout.Heap) output.Write(slice.Cells[index].Written);
        }
    }

    private void WriteCell(int index, ReadOnlySpan<byte> cell, Span<byte> destination)
    {
        var form = columns[index].Form;
        if (form.Layout != FitsLayout.Heap)
        {
            cell.CopyTo(destination);
            destination[cell.Length..].Clear();
            return;
        }

        if (descriptorLength == FitsForm.ShortDescriptorLength)
        {
            BinaryPrimitives.WriteInt32BigEndian(destination, form.ElementsOf(cell.Length));
            BinaryPrimitives.WriteInt32BigEndian(destination[sizeof(int)..], (int)heapStarts[index]);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(destination, form.ElementsOf(cell.Length));
            BinaryPrimitives.WriteInt64BigEndian(destination[sizeof(long)..], heapStarts[index]);
        }

        heapStarts[index] += cell.Length;
    }
}
