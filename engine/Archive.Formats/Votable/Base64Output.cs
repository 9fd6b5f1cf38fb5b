using System.Buffers;
using System.Buffers.Text;

namespace Archive.Formats.Votable;

/// <summary>
/// Passes on in base64 what is written to it, a line for each part. Up to two bytes, which don't fill a group of three, wait for the
/// next part.
/// </summary>
internal sealed class Base64Output(IBufferWriter<byte> output) : IBufferWriter<byte>
{
    private byte[] waiting = new byte[64 * 1024];
    private int length;

    public void Advance(int count) => length += count;

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Drain(length - (length % 3));
        var needed = length + Math.Max(sizeHint, 1);
        if (waiting.Length < needed) Array.Resize(ref waiting, needed);
        return waiting.AsSpan(length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var available = GetSpan(sizeHint).Length;
        return waiting.AsMemory(length, available);
    }

    /// <summary>Passes on the rest, padded.</summary>
    public void Finish() => Drain(length);

    private void Drain(int count)
    {
        if (count == 0) return;
        var destination = output.GetSpan(Base64.GetMaxEncodedToUtf8Length(count) + 1);
        Base64.EncodeToUtf8(waiting.AsSpan(0, count), destination, out _, out var written);
        destination[written] = (byte)'\n';
        output.Advance(written + 1);
        waiting.AsSpan(count, length - count).CopyTo(waiting);
        length -= count;
    }
}
