using System.Buffers.Binary;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>
/// Arrays of <c>double</c>, with a count before them where the FIELD fixes none. A null element is NaN; a null array is empty, or NaN
/// in every element of a fixed count.
/// </summary>
internal sealed class BinaryListEncoder(string columnName, FieldArraysize arraysize) : ColumnEncoder
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var elements = values.ListElements();
        var items = elements.Values<double>();
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
                var element = isNull || elements.IsNull(offset + index) ? NullMarker.Double : items[offset + index];
                BinaryPrimitives.WriteDoubleBigEndian(cells.Reserve(sizeof(double)), element);
                cells.Length += sizeof(double);
            }

            cells.Ends[row] = cells.Length;
        }
    }
}
