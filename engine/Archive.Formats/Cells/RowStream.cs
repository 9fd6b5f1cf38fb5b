using System.Buffers;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Cells;

/// <summary>Chunks in, rows out: cells column by column, then woven into rows.</summary>
internal sealed class RowStream(CellSlice slice, RowFrame frame)
{
    private readonly RowWeaver weaver = new(frame);

    public void Write(DataChunk chunk, int rowCount, IBufferWriter<byte> output)
    {
        for (var start = 0; start < rowCount; start += slice.RowCount)
        {
            slice.Fill(chunk, start, rowCount);
            weaver.Weave(slice.Cells, slice.RowCount, output);
        }
    }
}
