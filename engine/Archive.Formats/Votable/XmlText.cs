using System.Buffers;
using System.Text;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>
/// UTF-8 text in an XML 1.0 document: markup is escaped, white space that a parser would change is written as a character reference,
/// and what XML can't hold (control characters, U+FFFE, U+FFFF) becomes U+FFFD.
/// </summary>
internal sealed class XmlText : TextRule
{
    private readonly SearchValues<byte> special;

    private XmlText(ReadOnlySpan<byte> alsoSpecial)
    {
        var bytes = new List<byte>();
        for (byte control = 0; control < 0x20; control++)
        {
            if (control is not ((byte)'\t' or (byte)'\n')) bytes.Add(control);
        }

        bytes.AddRange("<>&"u8);
        bytes.AddRange(alsoSpecial);
        bytes.Add(FirstOfNonCharacter);
        special = SearchValues.Create(bytes.ToArray());
    }

    /// <summary>Text between tags.</summary>
    public static XmlText Content { get; } = new([]);

    /// <summary>Text of an attribute in double quotes.</summary>
    public static XmlText Attribute { get; } = new("\"\t\n"u8);

    /// <summary>U+FFFE and U+FFFF are EF BF BE and EF BF BF in UTF-8.</summary>
    private static byte FirstOfNonCharacter => 0xEF;

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        for (var index = text.IndexOfAny(special); index >= 0; index = text.IndexOfAny(special))
        {
            output.Append(text[..index]);
            text = text[(index + AppendSpecial(text[index..], output))..];
        }

        output.Append(text);
    }

    public void Append(string text, ByteBuffer output) => Append(Encoding.UTF8.GetBytes(text), output);

    /// <summary>Writes what stands for the special character that <paramref name="text"/> begins with; returns its length in bytes.</summary>
    private static int AppendSpecial(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        if (text[0] == FirstOfNonCharacter)
        {
            var isNonCharacter = text.StartsWith("\uFFFE"u8) || text.StartsWith("\uFFFF"u8);
            output.Append(isNonCharacter ? "\uFFFD"u8 : text[..1]);
            return isNonCharacter ? 3 : 1;
        }

        output.Append(text[0] switch
        {
            (byte)'<' => "&lt;"u8,
            (byte)'>' => "&gt;"u8,
            (byte)'&' => "&amp;"u8,
            (byte)'"' => "&quot;"u8,
            (byte)'\t' => "&#9;"u8,
            (byte)'\n' => "&#10;"u8,
            (byte)'\r' => "&#13;"u8,
            _ => "\uFFFD"u8,
        });
        return 1;
    }
}
