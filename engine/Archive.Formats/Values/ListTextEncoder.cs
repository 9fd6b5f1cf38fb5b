using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>An array of numbers, its elements parted by blanks.</summary>
/// <param name="nullText">What stands for a null array.</param>
/// <param name="nullElement">What stands for a null among the elements.</param>
internal sealed class ListTextEncoder<T, TText>(byte[] nullText, T nullElement) : ColumnEncoder
    where T : unmanaged
    where TText : IValueText<T>
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var elements = values.ListElements();
        var items = elements.Values<T>();
        for (var row = 0; row < count; row++)
        {
            if (values.IsNull(start + row))
            {
                cells.Append(nullText);
            }
            else
            {
                var (offset, length) = values.ListEntry(start + row);
                for (var index = offset; index < offset + length; index++)
                {
                    if (index > offset) cells.Append((byte)' ');
                    cells.Length += TText.Write(elements.IsNull(index) ? nullElement : items[index], cells.Reserve(TText.MaximumLength));
                }
            }

            cells.Ends[row] = cells.Length;
        }
    }
}
