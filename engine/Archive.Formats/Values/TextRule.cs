using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>How a text format writes UTF-8 text: what it must escape, quote or replace.</summary>
internal abstract class TextRule
{
    public abstract void Append(ReadOnlySpan<byte> text, ByteBuffer output);
}
