using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Archive.Ingest.Translation;
using Microsoft.Win32.SafeHandles;

namespace Archive.Ingest.Partitioning;

/// <summary>
/// Holds the records of an ingest until it is committed: the rows in a temporary file, and in memory 16 bytes a record that say where
/// it is and which night it belongs to. Records may be added by several threads, and read by several when all are added.
/// </summary>
internal sealed class RecordSpool : IDisposable
{
    private const int WriteBufferLength = 1 << 18;
    private const int ReadWindowLength = 1 << 14;

    private readonly Lock _lock = new();
    private readonly SafeFileHandle _file;
    private readonly ByteBuffer _unwritten = new();
    private readonly ThreadLocal<ByteBuffer> _buffers = new(() => new ByteBuffer());
    private readonly List<SpoolEntry> _entries = [];
    private long _length;

    public RecordSpool(string path, RowCodec codec)
    {
        Codec = codec;
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    public RowCodec Codec { get; }

    /// <summary>Where the records are, in an order that the caller may change.</summary>
    public Span<SpoolEntry> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <exception cref="ArgumentException">A value isn't of its column's type.</exception>
    public void Add(ObservationRecord record, long order, string source)
    {
        var buffer = _buffers.Value!;
        buffer.Clear();
        buffer.Next(SpooledRecord.LengthPrefix);
        BinaryPrimitives.WriteInt64LittleEndian(buffer.Next(sizeof(long)), order);
        buffer.WriteText(record.KoaId);
        buffer.WriteText(source);
        Codec.Encode(record.Values, buffer);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.Written, buffer.Length);
        var hash = (uint)record.KoaId.GetHashCode(StringComparison.Ordinal);
        lock (_lock)
        {
            _entries.Add(new SpoolEntry(_length + _unwritten.Length, record.UtDate.DayNumber, hash));
            buffer.Written.CopyTo(_unwritten.Next(buffer.Length));
            if (_unwritten.Length >= WriteBufferLength) Write();
        }
    }

    /// <summary>Ends the adding.</summary>
    public void Close() => Write();

    /// <summary>Reads records; the bytes of each are its own.</summary>
    public IEnumerable<SpooledRecord> Read(IReadOnlyList<SpoolEntry> entries)
    {
        // Neighbours in the list are mostly neighbours in the file.
        var window = new byte[ReadWindowLength];
        var windowStart = 0L;
        var windowLength = 0;
        foreach (var entry in entries)
        {
            if (entry.Offset < windowStart || entry.Offset + SpooledRecord.LengthPrefix > windowStart + windowLength)
            {
                windowStart = entry.Offset;
                windowLength = RandomAccess.Read(_file, window, windowStart);
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(window.AsSpan((int)(entry.Offset - windowStart)));
            var record = new byte[length];
            var present = (int)Math.Min(length, windowStart + windowLength - entry.Offset);
            window.AsSpan((int)(entry.Offset - windowStart), present).CopyTo(record);
            for (var read = 1; present < length && read > 0; present += read) read = RandomAccess.Read(_file, record.AsSpan(present), entry.Offset + present);
            yield return new SpooledRecord(record);
        }
    }

    /// <summary>May be called again.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _buffers.Dispose();
        _entries.Clear();
        _entries.Capacity = 0;
    }

    private void Write()
    {
        try
        {
            RandomAccess.Write(_file, _unwritten.Written, _length);
        }
        catch (ArgumentOutOfRangeException error)
        {
            // So .NET tells that the file system takes no file of this length.
            throw new IOException(error.Message, error);
        }

        _length += _unwritten.Length;
        _unwritten.Clear();
    }
}
