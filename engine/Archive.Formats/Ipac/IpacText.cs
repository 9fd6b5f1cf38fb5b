using System.Buffers;
using System.Text;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Ipac;

/// <summary>
/// Text in an IPAC table, where a value's place on its line is all that tells its column: some readers count bytes and some count
/// characters, so every character must be one byte. A control character becomes a blank, one beyond ASCII a question mark.
/// </summary>
internal sealed class IpacText : TextRule
{
    private static readonly SearchValues<byte> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (byte)character)]);

    public static IpacText Instance { get; } = new();

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

    /// <summary>The text as a table has it.</summary>
    public static string Of(string text)
    {
        var output = new ByteBuffer();
        Instance.Append(Encoding.UTF8.GetBytes(text), output);
        return Encoding.ASCII.GetString(output.Written);
    }
}
