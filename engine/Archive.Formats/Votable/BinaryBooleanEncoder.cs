using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>Booleans as the letters T and F, a null as <c>?</c> (VOTable 1.4, section 6).</summary>
internal sealed class BinaryBooleanEncoder : ColumnEncoder
{
    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var items = values.Values<byte>().Slice(start, count);
        for (var row = 0; row < count; row++)
        {
            cells.Append(values.IsNull(start + row) ? (byte)'?' : items[row] == 0 ? (byte)'F' : (byte)'T');
            cells.Ends[row] = cells.Length;
        }
    }
}
