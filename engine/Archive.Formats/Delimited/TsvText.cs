using System.Buffers;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Delimited;

/// <summary>A text field of tab-separated values, which has no quoting: a tab or a line break within it becomes a blank.</summary>
internal sealed class TsvText : TextRule
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create("\t\r\n"u8);

    public static TsvText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        for (var separator = text.IndexOfAny(Separators); separator >= 0; separator = text.IndexOfAny(Separators))
        {
            output.Append(text[..separator]);
            output.Append((byte)' ');
            text = text[(separator + 1)..];
        }

        output.Append(text);
    }
}
