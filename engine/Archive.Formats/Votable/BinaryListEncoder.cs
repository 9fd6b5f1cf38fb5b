using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>
/// Arrays of numbers, with a count before them where the FIELD fixes none. A null element is written as the marker; a null array is empty, or the marker in every
/// element of a fixed count.
/// </summary>
internal sealed class BinaryListEncoder<T>(string columnName, FieldArraysize arraysize, T nullElement) : ColumnEncoder
    where T : unmanaged
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var elements = values.ListElements();
        var items = elements.Values<T>();
        for (var row = 0; row < count; row++)
        {
            var isNull = values.IsNull(start + row);
            var (offset, length) = isNull ? (0, 0) : values.ListEntry(start + row);
            if (!isNull && arraysize.Count is { } expected && expected != length)
                throw new ResultFormatException($"Column {columnName}: an array of {length} elements where the column has {expected}.");
            if (arraysize.Count is null)
            {
                BinaryPrimitives.WriteInt32BigEndian(cells.Reserve(sizeof(int)), length);
                cells.Length += sizeof(int);
            }

            for (var index = 0; index < (arraysize.Count ?? length); index++)
            {
                var element = isNull || elements.IsNull(offset + index) ? nullElement : items[offset + index];
                BigEndian.Write(element, cells.Reserve(Unsafe.SizeOf<T>()));
                cells.Length += Unsafe.SizeOf<T>();
            }

            cells.Ends[row] = cells.Length;
        }
    }
}
