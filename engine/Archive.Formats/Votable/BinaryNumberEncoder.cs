using System.Numerics;
using System.Runtime.CompilerServices;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>Numbers as big-endian <typeparamref name="TCell"/>, the FIELD's datatype, whatever number the vector holds.</summary>
/// <param name="columnName">Named where a value doesn't fit.</param>
/// <param name="nullCell">What is written for a null.</param>
/// <param name="nullCellIsTaken">True where a value equal to <paramref name="nullCell"/> would be read as a null.</param>
internal sealed class BinaryNumberEncoder<T, TCell>(string columnName, TCell nullCell, bool nullCellIsTaken) : ColumnEncoder
    where T : unmanaged, INumber<T>
    where TCell : unmanaged, INumber<TCell>
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var items = values.Values<T>().Slice(start, count);
        var width = Unsafe.SizeOf<TCell>();
        var destination = cells.Reserve(count * width);
        var mayHaveNulls = values.MayHaveNulls;
        for (var row = 0; row < items.Length; row++)
        {
            TCell cell;
            if (mayHaveNulls && values.IsNull(start + row))
            {
                cell = nullCell;
            }
            else
            {
                cell = Convert(items[row]);
                if (nullCellIsTaken && cell == nullCell) throw Unfit($"{items[row]} is a value, but it stands for null in BINARY");
            }

            BigEndian.Write(cell, destination[(row * width)..]);
            cells.Ends[row] = cells.Length + ((row + 1) * width);
        }

        cells.Length += count * width;
    }

    private TCell Convert(T item)
    {
        try
        {
            return TCell.CreateChecked(item);
        }
        catch (OverflowException)
        {
            throw Unfit($"{item} is beyond its datatype");
        }
    }

    private ResultFormatException Unfit(FormattableString what) => new($"Column {columnName}: {FormattableString.Invariant(what)}.");
}
