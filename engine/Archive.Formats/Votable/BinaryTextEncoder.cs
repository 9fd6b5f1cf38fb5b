using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>
/// Text as arrays of <c>char</c> (the bytes of its UTF-8) or <c>unicodeChar</c> (UTF-16, big-endian), with a count before it where the
/// FIELD fixes none; a fixed count is filled up with NUL. A null is an empty text.
/// </summary>
/// <param name="text">Writes the column's values as UTF-8.</param>
/// <param name="elements">Elements of a cell.</param>
/// <param name="isUnicode">Whether the elements are <c>unicodeChar</c>.</param>
internal sealed class BinaryTextEncoder(ColumnEncoder text, ElementCount elements, bool isUnicode) : ColumnEncoder
{
    private readonly CellBuffer texts = new();

    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        texts.Clear();
        text.Encode(values, start, count, texts);
        var width = isUnicode ? 2 : 1;
        for (var row = 0; row < count; row++)
        {
            var cell = texts.Cell(row);
            if (elements.Fixed is { } fixedCount)
            {
                AppendFixed(cell, fixedCount * width, cells);
            }
            else
            {
                var destination = cells.Reserve(checked(sizeof(int) + (cell.Length * width)));
                var length = WriteElements(cell, destination[sizeof(int)..]);
                BinaryPrimitives.WriteInt32BigEndian(destination, length / width);
                cells.Length += sizeof(int) + length;
            }

            cells.Ends[row] = cells.Length;
        }
    }

    private void AppendFixed(ReadOnlySpan<byte> cell, int length, CellBuffer cells)
    {
        var destination = cells.Reserve(length + (cell.Length * 2));
        var written = WriteElements(cell, destination);
        if (written < length) destination[written..length].Clear();
        cells.Length += length;
    }

    /// <summary>Writes the elements of a text; returns their length in bytes.</summary>
    private int WriteElements(ReadOnlySpan<byte> cell, Span<byte> destination)
    {
        if (!isUnicode)
        {
            cell.CopyTo(destination);
            return cell.Length;
        }

        Utf8.ToUtf16(cell, MemoryMarshal.Cast<byte, char>(destination), out _, out var count);
        var units = MemoryMarshal.Cast<byte, ushort>(destination)[..count];
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(units, units);
        return count * sizeof(char);
    }
}
