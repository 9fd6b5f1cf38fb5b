using System.Buffers;
using System.Text;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Text;

/// <summary>Text that stays on its line and does nothing to a terminal: a control character becomes a blank.</summary>
internal sealed class LineText : TextRule
{
    private const byte Delete = 0x7F;

    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), Delete, FirstOfC1]);

    public static LineText Instance { get; } = new();

    /// <summary>U+0080 to U+009F, which are control characters too, begin with this byte in UTF-8, and so do U+00A0 to U+00BF, which aren't.</summary>
    private static byte FirstOfC1 => 0xC2;

    /// <summary>Characters in UTF-8 text: bytes that begin one.</summary>
    public static int Width(ReadOnlySpan<byte> text)
    {
        var width = 0;
        foreach (var unit in text)
        {
            if ((unit & 0xC0) != 0x80) width++;
        }

        return width;
    }

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        for (var index = text.IndexOfAny(Special); index >= 0; index = text.IndexOfAny(Special))
        {
            output.Append(text[..index]);
            Rune.DecodeFromUtf8(text[index..], out var rune, out var length);
            if (Rune.IsControl(rune)) output.Append((byte)' ');
            else output.Append(text.Slice(index, length));
            text = text[(index + length)..];
        }

        output.Append(text);
    }

    /// <summary>The text as a line has it, as UTF-8.</summary>
    public static byte[] Of(string text)
    {
        var output = new ByteBuffer();
        Instance.Append(Encoding.UTF8.GetBytes(text), output);
        return output.Written.ToArray();
    }
}
