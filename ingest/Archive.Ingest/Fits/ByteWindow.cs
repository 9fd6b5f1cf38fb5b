using System.Buffers;

namespace Archive.Ingest.Fits;

/// <summary>
/// A window that moves forward over a stream. It holds what was read and not yet passed, in one pooled buffer that grows with what the
/// stream delivers, never with what a header claims. Data is passed by seeking where the stream can.
/// </summary>
internal sealed class ByteWindow : IDisposable
{
    /// <summary>A HIRES header of 722 cards fits into the first read.</summary>
    public const int FirstRead = 64 << 10;

    private readonly Stream _stream;
    private readonly bool _seekable;
    private readonly long _origin;
    private readonly long _mostBytes;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstRead);
    private int _start;
    private int _end;
    private long _readBytes;
    private bool _ended;

    /// <summary>A window at the stream's present position, which counts as offset 0.</summary>
    /// <param name="stream">Stays the caller's.</param>
    /// <param name="seekable">Whether data may be passed by seeking; its length is then known too.</param>
    /// <param name="mostBytes">How many bytes may be read from a stream that does not seek.</param>
    public ByteWindow(Stream stream, bool seekable, long mostBytes)
    {
        _stream = stream;
        _seekable = seekable;
        _origin = seekable ? stream.Position : 0;
        _mostBytes = seekable ? long.MaxValue : mostBytes;
    }

    /// <summary>Offset of the window's first byte.</summary>
    public long Position { get; private set; }

    /// <summary>What lies in the window now.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Why the stream ended early, if it did: damage of a compressed stream, or the limit on what is read.</summary>
    public string? Damage { get; private set; }

    /// <summary>How far the stream goes, from the window's origin, where that is known.</summary>
    public long? Length => _seekable ? _stream.Length - _origin : null;

    /// <summary>Reads until the window holds so many bytes.</summary>
    /// <returns>False if the stream ended before; what it had is in the window.</returns>
    public bool Fill(int count)
    {
        if (_end - _start >= count)
        {
            return true;
        }

        MakeRoom(count);
        while (_end - _start < count && !_ended)
        {
            int read = Read(_buffer.AsSpan(_end));
            _end += read;
            _ended = read == 0;
        }

        return _end - _start >= count;
    }

    /// <summary>Moves the window forward.</summary>
    /// <returns>False if the stream ends before; the window is empty then.</returns>
    public bool Skip(long count)
    {
        int held = (int)Math.Min(count, _end - _start);
        _start += held;
        Position += held;
        count -= held;
        return count == 0 || (_seekable ? SkipBySeeking(count) : SkipByReading(count));
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool SkipBySeeking(long count)
    {
        // The window is empty here, so the stream's position is the window's.
        if (count > _stream.Length - _stream.Position)
        {
            _ended = true;
            return false;
        }

        _stream.Seek(count, SeekOrigin.Current);
        Position += count;
        return true;
    }

    private bool SkipByReading(long count)
    {
        _start = _end = 0;
        while (count > 0)
        {
            int read = Read(_buffer.AsSpan(0, (int)Math.Min(count, _buffer.Length)));
            if (read == 0)
            {
                _ended = true;
                return false;
            }

            Position += read;
            count -= read;
        }

        return true;
    }

    private int Read(Span<byte> buffer)
    {
        if (_readBytes >= _mostBytes)
        {
            Damage ??= $"It expands to more than the {_mostBytes} bytes that are allowed.";
            return 0;
        }

        try
        {
            int read = _stream.Read(buffer);
            _readBytes += read;
            return read;
        }
        catch (InvalidDataException error)
        {
            // GZipStream's word for a damaged or cut stream: what came before it is good.
            Damage ??= error.Message;
            return 0;
        }
    }

    private void MakeRoom(int count)
    {
        if (count <= _buffer.Length - _start)
        {
            return;
        }

        byte[] target = count <= _buffer.Length ? _buffer : ArrayPool<byte>.Shared.Rent(count);
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _end -= _start;
        _start = 0;
    }
}
