using System.Buffers;
using System.Globalization;
using System.Text;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Json;

/// <summary>UTF-8 text as a JSON string in its quotes (RFC 8259, section 7). Only what must be escaped is.</summary>
internal sealed class JsonText : TextRule
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    public static JsonText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        output.Append((byte)'"');
        for (var index = text.IndexOfAny(Special); index >= 0; index = text.IndexOfAny(Special))
        {
            output.Append(text[..index]);
            AppendEscaped(text[index], output);
            text = text[(index + 1)..];
        }

        output.Append(text);
        output.Append((byte)'"');
    }

    /// <summary>The text as a string of JSON; null as its null.</summary>
    public static byte[] Of(string? text)
    {
        if (text is null) return "null"u8.ToArray();
        var output = new ByteBuffer();
        Instance.Append(Encoding.UTF8.GetBytes(text), output);
        return output.Written.ToArray();
    }

    private static void AppendEscaped(byte character, ByteBuffer output)
    {
        output.Append((byte)'\\');
        switch (character)
        {
            case (byte)'"' or (byte)'\\':
                output.Append(character);
                break;
            case (byte)'\n':
                output.Append((byte)'n');
                break;
            case (byte)'\r':
                output.Append((byte)'r');
                break;
            case (byte)'\t':
                output.Append((byte)'t');
                break;
            default:
                character.TryFormat(output.Reserve(5)[1..], out _, "x4", CultureInfo.InvariantCulture);
                output.Reserve(5)[0] = (byte)'u';
                output.Length += 5;
                break;
        }
    }
}
