using System.Buffers;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Delimited;

/// <summary>
/// A text field of RFC 4180: in quotes if it holds a comma, a quote or a line break, begins or ends with a blank, or is empty, so
/// that an empty text and a null can be told apart.
/// </summary>
internal sealed class CsvText : TextRule
{
    private static readonly SearchValues<byte> NeedQuotes = SearchValues.Create(",\"\r\n"u8);

    public static CsvText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        if (text.Length > 0 && text[0] > ' ' && text[^1] > ' ' && text.IndexOfAny(NeedQuotes) < 0)
        {
            output.Append(text);
            return;
        }

        output.Append((byte)'"');
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            output.Append(text[..(quote + 1)]);
            output.Append((byte)'"');
            text = text[(quote + 1)..];
        }

        output.Append(text);
        output.Append((byte)'"');
    }
}
