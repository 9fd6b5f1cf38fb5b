using System.Buffers.Binary;
using System.Text;

namespace Archive.Ingest.Partitioning;

/// <summary>Bytes that grow at the end; kept and cleared for the next use. For one thread.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Clears it, and gives its memory back.</summary>
    public void Release() => (_bytes, Length) = ([], 0);

    /// <summary>The next bytes, to be written by the caller.</summary>
    public Span<byte> Next(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(checked(Length + count), 2 * _bytes.Length));
        var next = _bytes.AsSpan(Length, count);
        Length += count;
        return next;
    }

    /// <summary>Writes length (32 bits) and bytes.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), bytes.Length);
        bytes.CopyTo(Next(bytes.Length));
    }

    /// <summary>Writes length (32 bits) and UTF-8.</summary>
    public void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), length);
        Encoding.UTF8.GetBytes(text, Next(length));
    }

    /// <summary>Reads what <see cref="WriteText"/> wrote and moves on behind it.</summary>
    public static ReadOnlySpan<byte> ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var text = bytes.Slice(sizeof(int), length);
        bytes = bytes[(sizeof(int) + length)..];
        return text;
    }
}
