namespace Archive.Formats.Cells;

/// <summary>Bytes that grow at the end. Cleared, it keeps its memory.</summary>
internal class ByteBuffer
{
    private byte[] bytes = new byte[16 * 1024];

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Bytes written.</summary>
    public int Length { get; set; }

    /// <summary>All there is room for; what follows <see cref="Written"/> is undefined.</summary>
    protected ReadOnlySpan<byte> Room => bytes;

    /// <summary>Forgets what was written, keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>Room for at least so many bytes after the ones written; count what was used with <see cref="Length"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        if (bytes.Length - Length < length) Grow(length);
        return bytes.AsSpan(Length);
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    private void Grow(int length) =>
        Array.Resize(ref bytes, Math.Max(checked(Length + length), (int)Math.Min(2L * bytes.Length, Array.MaxLength)));
}
