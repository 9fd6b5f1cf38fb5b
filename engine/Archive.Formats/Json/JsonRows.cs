using System.Buffers;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Json;

/// <summary>Rows as the elements of a JSON array, a line each: a comma stands before each but the first.</summary>
internal sealed class JsonRows(ResultDescription description, byte[] open, byte[][] separators, byte[] close)
{
    private readonly CellSlice slice = new(JsonFamily.Instance.EncodersOf(description));
    private readonly RowWeaver first = new(new RowFrame(open, separators, close));
    private readonly RowWeaver others = new(new RowFrame([.. ",\n"u8, .. open], separators, close));
    private bool hasFirst;

    public void Write(DataChunk chunk, int rowCount, IBufferWriter<byte> output)
    {
        for (var start = 0; start < rowCount; start += slice.RowCount)
        {
            slice.Fill(chunk, start, hasFirst ? rowCount : 1);
            (hasFirst ? others : first).Weave(slice.Cells, slice.RowCount, output);
            hasFirst = true;
        }
    }
}
