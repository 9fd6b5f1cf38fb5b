using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>Arrays of booleans, a letter each.</summary>
/// <param name="shape">How arrays are laid out.</param>
/// <param name="nullLetter">What stands for a null.</param>
internal sealed class BinaryBooleanListEncoder(ListShape shape, byte nullLetter) : ColumnEncoder
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var elements = values.ListElements();
        var items = elements.Values<byte>();
        for (var row = 0; row < count; row++)
        {
            var run = shape.Begin(values, start + row, cells);
            for (var index = run.Offset; index < run.Offset + run.Length; index++)
                cells.Append(run.IsNull || elements.IsNull(index) ? nullLetter : items[index] == 0 ? (byte)'F' : (byte)'T');
            cells.Ends[row] = cells.Length;
        }
    }
}
