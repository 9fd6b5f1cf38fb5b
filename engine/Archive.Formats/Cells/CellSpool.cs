using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Archive.Formats.Streams;

namespace Archive.Formats.Cells;

/// <summary>
/// Keeps slices in a temporary file, for a format that must see all of a result before it can write its first row.
/// </summary>
internal sealed class CellSpool : IDisposable
{
    private readonly FileStream file = TemporaryFile.Create(FileOptions.SequentialScan);

    /// <summary>Appends a slice.</summary>
    public void Write(CellSlice slice)
    {
        WriteNumber(slice.RowCount);
        foreach (var cells in slice.Cells)
        {
            WriteNumber(cells.Length);
            file.Write(MemoryMarshal.AsBytes(cells.Ends.AsSpan(0, slice.RowCount)));
            file.Write(cells.Written);
        }
    }

    /// <summary>Ends writing; the next slice read is the first.</summary>
    public void Rewind() => file.Position = 0;

    /// <summary>Reads the next slice; false after the last.</summary>
    public bool TryRead(CellSlice slice)
    {
        if (file.Position == file.Length) return false;
        var rowCount = ReadNumber();
        slice.Restore(rowCount);
        foreach (var cells in slice.Cells)
        {
            var length = ReadNumber();
            file.ReadExactly(MemoryMarshal.AsBytes(cells.Ends.AsSpan(0, rowCount)));
            file.ReadExactly(cells.Reserve(length)[..length]);
            cells.Length = length;
        }

        return true;
    }

    public void Dispose() => file.Dispose();

    private void WriteNumber(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        file.Write(bytes);
    }

    private int ReadNumber()
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        file.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }
}
