using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>An array of numbers or booleans.</summary>
/// <param name="style">What is written around the elements.</param>
/// <param name="nullText">What stands for a null array.</param>
/// <param name="nullElement">What stands for a null among the elements.</param>
internal sealed class ListTextEncoder<T, TText>(ListStyle style, byte[] nullText, byte[] nullElement) : ColumnEncoder
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
                cells.Append(style.Open);
                for (var index = offset; index < offset + length; index++)
                {
                    if (index > offset) cells.Append(style.Separator);
                    if (elements.IsNull(index)) cells.Append(nullElement);
                    else cells.Length += TText.Write(items[index], cells.Reserve(TText.MaximumLength));
                }

                cells.Append(style.Close);
            }

            cells.Ends[row] = cells.Length;
        }
    }
}
