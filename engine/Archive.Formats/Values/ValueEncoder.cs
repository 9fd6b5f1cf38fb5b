using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>Values of a fixed width in the vector, as text; a null as <paramref name="nullText"/>.</summary>
internal sealed class ValueEncoder<T, TText>(byte[] nullText) : ColumnEncoder
    where T : unmanaged
    where TText : IValueText<T>
{
    public override int? MaximumLength => Math.Max(TText.MaximumLength, nullText.Length);

    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var items = values.Values<T>().Slice(start, count);
        var ends = cells.Ends.AsSpan(0, count);
        var destination = cells.Reserve(count * Math.Max(TText.MaximumLength, nullText.Length));
        var mayHaveNulls = values.MayHaveNulls;
        var origin = cells.Length;
        var position = 0;
        for (var row = 0; row < items.Length; row++)
        {
            if (mayHaveNulls && values.IsNull(start + row))
            {
                nullText.CopyTo(destination[position..]);
                position += nullText.Length;
            }
            else
            {
                position += TText.Write(items[row], destination[position..]);
            }

            ends[row] = origin + position;
        }

        cells.Length = origin + position;
    }
}
