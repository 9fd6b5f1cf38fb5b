using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>Booleans or bits, a byte each.</summary>
internal sealed class BinaryBooleanEncoder(byte falseCell, byte trueCell, byte nullCell) : ColumnEncoder
{
    /// <summary>Booleans as the letters T and F, a null as <c>?</c> (VOTable 1.4, section 6).</summary>
    public static BinaryBooleanEncoder Letters { get; } = new((byte)'F', (byte)'T', (byte)'?');

    /// <summary>A bit as the highest of a byte, a null as 0.</summary>
    public static BinaryBooleanEncoder Bits { get; } = new(0, 0x80, 0);

    public override void Encode(in VectorView values, int start, int count, CellBuffer cells)
    {
        var items = values.Values<byte>().Slice(start, count);
        for (var row = 0; row < count; row++)
        {
            cells.Append(values.IsNull(start + row) ? nullCell : items[row] == 0 ? falseCell : trueCell);
            cells.Ends[row] = cells.Length;
        }
    }
}
