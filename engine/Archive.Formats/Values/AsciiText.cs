using System.Buffers;
using System.Text;
using Archive.Formats.Cells;

namespace Archive.Formats.Values;

/// <summary>
/// Text in formats that know no more than ASCII (IPAC tables, FITS), where every character must be one byte: a control character becomes a blank, one beyond
/// ASCII a question mark.
/// </summary>
internal sealed class AsciiText : TextRule
{
    private static readonly SearchValues<byte> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (byte)character)]);

    public static AsciiText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        for (var index = text.IndexOfAnyExcept(Printable); index >= 0; index = text.IndexOfAnyExcept(Printable))
        {
            output.Append(text[..index]);
            Rune.DecodeFromUtf8(text[index..], out var rune, out var length);
            output.Append(rune.IsAscii ? (byte)' ' : (byte)'?');
            text = text[(index + length)..];
        }

        output.Append(text);
    }

    /// <summary>The text as such a format has it.</summary>
    public static string Of(string text)
    {
        var output = new ByteBuffer();
        Instance.Append(Encoding.UTF8.GetBytes(text), output);
        return Encoding.ASCII.GetString(output.Written);
    }
}
