using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>A column that holds nothing but nulls, whatever its vector's type.</summary>
internal sealed class NullEncoder(byte[] nullText) : ColumnEncoder
{
    public override int? MaximumLength => nullText.Length;

    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        for (var row = 0; row < count; row++)
        {
            cells.Append(nullText);
            cells.Ends[row] = cells.Length;
        }
    }
}
