using System.Buffers.Binary;
using Archive.Formats.Cells;
using Archive.Formats.Reading.Columns;

namespace Archive.Formats.Reading;

/// <summary>The bytes of BINARY, BINARY2 and FITS, one cell or row after the other.</summary>
internal sealed class BinaryCells(Stream stream)
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] buffer = new byte[BufferSize];
    private readonly ByteBuffer large = new();
    private int start;
    private int end;

    /// <summary>Is there no further byte?</summary>
    public bool IsAtEnd => !Fill(1);

    /// <summary>The next bytes, valid until more are taken. Room is made for what is there, not for what a count claims.</summary>
    /// <exception cref="CellException">There are fewer.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count <= BufferSize)
        {
            if (!Fill((int)count)) throw TooShort();
            start += (int)count;
            return buffer.AsSpan(start - (int)count, (int)count);
        }

        if (count > Array.MaxLength) throw TooShort();
        large.Clear();
        while (count > 0)
        {
            if (!Fill(1)) throw TooShort();
            var part = (int)Math.Min(count, end - start);
            large.Append(buffer.AsSpan(start, part));
            start += part;
            count -= part;
        }

        return large.Written;
    }

    /// <summary>The number of elements of an array that has its own.</summary>
    /// <exception cref="CellException">It is negative.</exception>
    public int TakeCount() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))) switch
    {
        < 0 => throw new CellException("the number of elements is negative; the bytes before it aren't what the FIELDs say."),
        var count => count,
    };

    private static CellException TooShort() => new("the STREAM ends within the cell. It is cut off, or its bytes aren't what the FIELDs say.");

    private bool Fill(int count)
    {
        if (end - start >= count) return true;
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        while (end < count)
        {
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0) return false;
            end += read;
        }

        return true;
    }
}
