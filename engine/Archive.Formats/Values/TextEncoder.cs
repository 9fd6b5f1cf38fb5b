using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>UTF-8 text by a format's rule; a null as <paramref name="nullText"/>.</summary>
internal sealed class TextEncoder<TRule>(TRule rule, byte[] nullText) : ColumnEncoder
    where TRule : TextRule
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var ends = cells.Ends;
        for (var row = 0; row < count; row++)
        {
            if (values.IsNull(start + row)) cells.Append(nullText);
            else rule.Append(values.Bytes(start + row), cells);
            ends[row] = cells.Length;
        }
    }
}
