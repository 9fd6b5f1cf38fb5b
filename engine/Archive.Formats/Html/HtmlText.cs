using Archive.Formats.Cells;
using Archive.Formats.Values;
using Archive.Formats.Votable;

namespace Archive.Formats.Html;

/// <summary>Text in a cell of a page: markup is escaped, and an http or https address is a link.</summary>
internal sealed class HtmlText : TextRule
{
    public static HtmlText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        if (!IsAddress(text))
        {
            XmlText.Content.Append(text, output);
            return;
        }

        output.Append("<a href=\""u8);
        XmlText.Attribute.Append(text, output);
        output.Append("\">"u8);
        XmlText.Content.Append(text, output);
        output.Append("</a>"u8);
    }

    private static bool IsAddress(ReadOnlySpan<byte> text) =>
        (text.StartsWith("http://"u8) || text.StartsWith("https://"u8)) && text.IndexOfAnyInRange((byte)0, (byte)' ') < 0;
}
