using System.Globalization;
using System.Text;
using Archive.Formats.Values;

namespace Archive.Formats.Fits;

/// <summary>A header that is being made: cards of 80 characters (FITS 4.0, section 4).</summary>
internal sealed class FitsHeader
{
    /// <summary>Characters of a string that one card holds.</summary>
    public const int StringLength = 68;

    private const int BlockLength = 2880;
    private const int CardLength = 80;
    private const int CommentLength = 72;

    private readonly StringBuilder cards = new();

    /// <summary>Bytes from so many to the end of their last block.</summary>
    public static int PaddingAfter(long length) => (int)((BlockLength - (length % BlockLength)) % BlockLength);

    public FitsHeader Logical(string keyword, bool value) => Card($"{keyword,-8}= {(value ? 'T' : 'F'),20}");

    public FitsHeader Integer(string keyword, long value) => Card(string.Create(CultureInfo.InvariantCulture, $"{keyword,-8}= {value,20}"));

    /// <summary>A string on one card, cut where it is longer; nothing if it is null. The standard's own keywords must be on one card.</summary>
    public FitsHeader Text(string keyword, string? value)
    {
        if (value is null) return this;
        var (part, _) = Quote(AsciiText.Of(value), StringLength);
        return Card($"{keyword,-8}= '{part,-8}'");
    }

    /// <summary>A string of any length, going on in CONTINUE cards where it has to (FITS 4.0, section 4.2.1.2); nothing if it is null.</summary>
    public FitsHeader LongText(string keyword, string? value)
    {
        if (value is null) return this;
        var rest = AsciiText.Of(value);
        var start = $"{keyword,-8}= ";
        while (true)
        {
            var (whole, wholeLength) = Quote(rest, StringLength);
            if (wholeLength == rest.Length) return Card($"{start}'{whole,-8}'");
            var (part, length) = Quote(rest, StringLength - 1);
            Card($"{start}'{part}&'");
            rest = rest[length..];
            start = "CONTINUE  ";
        }
    }

    /// <summary>Lines of free text, broken where a card ends.</summary>
    public FitsHeader History(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = AsciiText.Of(line);
            do
            {
                var length = Math.Min(rest.Length, CommentLength);
                Card("HISTORY " + rest[..length]);
                rest = rest[length..];
            }
            while (rest.Length > 0);
        }

        return this;
    }

    /// <summary>The whole header, filled up to the end of its block.</summary>
    public byte[] End()
    {
        Card("END");
        cards.Append(' ', PaddingAfter(cards.Length));
        return Encoding.ASCII.GetBytes(cards.ToString());
    }

    /// <summary>As much of a string as has room with its quotes doubled, and how many characters of it that is.</summary>
    private static (string Quoted, int Length) Quote(string text, int room)
    {
        var quoted = new StringBuilder();
        var length = 0;
        for (; length < text.Length; length++)
        {
            if (quoted.Length + (text[length] == '\'' ? 2 : 1) > room) break;
            quoted.Append(text[length] == '\'' ? "''" : text[length].ToString());
        }

        return (quoted.ToString(), length);
    }

    private FitsHeader Card(string card)
    {
        cards.Append(card.PadRight(CardLength));
        return this;
    }
}
