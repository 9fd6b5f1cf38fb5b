using System.Buffers.Binary;
using System.Text;

namespace Archive.Ingest.Partitioning;

/// <summary>Where a spooled record begins, its night, and enough of its key to find others that may have the same one.</summary>
internal readonly record struct SpoolEntry(long Offset, int DayNumber, uint KeyHash);

/// <summary>A record as it lies in the spool: order, key, source, row. Refers to bytes of the reader that made it.</summary>
internal readonly struct SpooledRecord
{
    /// <summary>Every record begins with its length in bytes, these four included.</summary>
    public const int LengthPrefix = sizeof(int);

    private readonly ReadOnlyMemory<byte> _key;
    private readonly ReadOnlyMemory<byte> _source;

    public SpooledRecord(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes.Span[LengthPrefix..];
        Order = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[sizeof(long)..];
        var start = LengthPrefix + sizeof(long) + sizeof(int);
        _key = bytes.Slice(start, ByteBuffer.ReadText(ref rest).Length);
        start += _key.Length + sizeof(int);
        _source = bytes.Slice(start, ByteBuffer.ReadText(ref rest).Length);
        Row = bytes[(start + _source.Length)..];
    }

    public long Order { get; }

    /// <summary>The key, UTF-8.</summary>
    public ReadOnlySpan<byte> Key => _key.Span;

    public string Source => Encoding.UTF8.GetString(_source.Span);

    /// <summary>The values, as <see cref="RowCodec"/> writes them.</summary>
    public ReadOnlyMemory<byte> Row { get; }
}
