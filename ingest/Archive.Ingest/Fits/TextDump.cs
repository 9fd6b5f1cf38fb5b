using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Archive.Ingest.Fits;

/// <summary>A header written out as text, as header viewers, archives and mail do it.</summary>
internal static class TextDump
{
    /// <summary>Reads the cards of a text with a card a line, blank lines being blank cards.</summary>
    public static FitsHeader Parse(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(ContentRecognition.ByteOrderMark))
        {
            text = text[ContentRecognition.ByteOrderMark.Length..];
        }

        byte[]? narrowed = Ascii.IsValid(text) ? null : Narrow(text);
        ArrayBufferWriter<byte> records = new(text.Length + FitsHeader.CardLength);
        bool hasEnd = false;
        for (CardLines lines = new(narrowed ?? text); !hasEnd && lines.MoveNext();)
        {
            Span<byte> record = records.GetSpan(FitsHeader.CardLength)[..FitsHeader.CardLength];
            record.Fill((byte)' ');
            lines.Current.CopyTo(record);
            records.Advance(FitsHeader.CardLength);
            hasEnd = HeaderParser.IsEnd(record);
        }

        FitsHeader header = FitsHeader.Parse(records.WrittenSpan);
        return hasEnd
            ? header
            : header.WithIssues([new HeaderIssue(IssueCode.MissingEnd, header.Cards.Count, "", "The text ends after this card without END; there may have been more cards.")]);
    }

    /// <summary>
    /// A card is 80 characters; in UTF-8 it may be more bytes. Text that is valid UTF-8 is brought back to a byte a character, Latin-1, with '?' for
    /// characters beyond it. Null for text that is not UTF-8.
    /// </summary>
    private static byte[]? Narrow(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) ? Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(text)) : null;
}
