using System.Globalization;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>
/// Writes a header that conforms to FITS 4.0: fixed-format values, strings longer than a card carried on in CONTINUE cards, keywords that
/// are no plain keywords in the HIERARCH convention, END and padding. A comment that does not fit is cut. Every method that adds throws
/// <see cref="ArgumentException"/> for characters outside 32 to 126, which a header can't hold (4.1.1).
/// </summary>
public sealed class FitsHeaderWriter
{
    private const int CardLength = FitsHeader.CardLength;
    private const int FixedValueEnd = 30;
    private const int ShortestString = 8;
    private readonly StringBuilder _cards = new();

    /// <summary>The number of cards so far.</summary>
    public int CardCount => _cards.Length / CardLength;

    /// <summary>Adds T or F.</summary>
    public FitsHeaderWriter Logical(string keyword, bool value, string comment = "") => Fixed(keyword, value ? "T" : "F", comment);

    /// <summary>Adds an integer.</summary>
    public FitsHeaderWriter Integer(string keyword, long value, string comment = "") =>
        Fixed(keyword, value.ToString(CultureInfo.InvariantCulture), comment);

    /// <summary>Adds a real number in the fewest digits that read back as the same double.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite: a header has no way to write these.</exception>
    public FitsHeaderWriter Real(string keyword, double value, string comment = "")
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"A header can't hold {value}; leave the value undefined.", nameof(value));
        }

        string literal = value.ToString("R", CultureInfo.InvariantCulture);
        if (!literal.Contains('.', StringComparison.Ordinal))
        {
            int exponent = literal.IndexOf('E', StringComparison.Ordinal);
            literal = literal.Insert(exponent < 0 ? literal.Length : exponent, ".0");
        }

        return Fixed(keyword, literal, comment);
    }

    /// <summary>Adds a string; trailing blanks are not significant and not kept.</summary>
    public FitsHeaderWriter Text(string keyword, string value, string comment = "")
    {
        string escaped = value.TrimEnd(' ').Replace("'", "''", StringComparison.Ordinal);
        string start = Start(keyword);
        int room = CardLength - start.Length - 2;
        if (escaped.Length <= room)
        {
            return Append(start + "'" + escaped.PadRight(ShortestString) + "'", comment);
        }

        while (escaped.Length > room)
        {
            // Room for the ampersand; a doubled quote must not be parted.
            int taken = room - 1;
            int quotes = taken - escaped.AsSpan(0, taken).TrimEnd('\'').Length;
            taken -= quotes % 2;
            Append(start + "'" + escaped[..taken] + "&'", "");
            escaped = escaped[taken..];
            start = "CONTINUE  ";
            room = CardLength - start.Length - 2;
        }

        return Append(start + "'" + escaped + "'", comment);
    }

    /// <summary>Adds a keyword whose value is not known.</summary>
    public FitsHeaderWriter Undefined(string keyword, string comment = "") => Append(Start(keyword), comment);

    /// <summary>Adds COMMENT or HISTORY text, as many cards as it needs.</summary>
    public FitsHeaderWriter Commentary(string keyword, string text)
    {
        const int room = CardLength - 8;
        for (int at = 0; at == 0 || at < text.Length; at += room)
        {
            Card(string.Concat(keyword.PadRight(8), text.AsSpan(at, Math.Min(room, text.Length - at))));
        }

        return this;
    }

    /// <summary>Adds a card as it stands, padded with blanks: for blank cards, and for the deviations that a reader is tested with.</summary>
    /// <exception cref="ArgumentException">The card is longer than 80 characters.</exception>
    public FitsHeaderWriter Card(string card)
    {
        if (card.Length > CardLength || card.Any(c => c is < ' ' or > '~'))
        {
            throw new ArgumentException($"A card is at most {CardLength} characters from 32 to 126: {card}", nameof(card));
        }

        _cards.Append(card.PadRight(CardLength));
        return this;
    }

    /// <summary>The header in whole blocks of 2880 bytes, END included. More cards may be added afterwards.</summary>
    public byte[] ToBlocks()
    {
        int used = _cards.Length + CardLength;
        byte[] blocks = new byte[(int)HduSize.RoundUp(used)];
        blocks.AsSpan().Fill((byte)' ');
        Encoding.ASCII.GetBytes(_cards.ToString(), blocks);
        "END"u8.CopyTo(blocks.AsSpan(_cards.Length));
        return blocks;
    }

    private FitsHeaderWriter Fixed(string keyword, string literal, string comment) =>
        Append(Start(keyword) is { Length: 10 } start ? start + literal.PadLeft(FixedValueEnd - 10) : Start(keyword) + literal, comment);

    /// <summary>Keyword and value indicator.</summary>
    private static string Start(string keyword)
    {
        bool isPlain = keyword.Length is > 0 and <= 8 && keyword.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '_');
        if (isPlain)
        {
            return keyword.PadRight(8) + "= ";
        }

        return keyword.Length > 0 && !keyword.Contains('=', StringComparison.Ordinal) && keyword.Length <= CardLength / 2
            ? $"HIERARCH {keyword} = "
            : throw new ArgumentException($"No keyword can be made of '{keyword}'.", nameof(keyword));
    }

    private FitsHeaderWriter Append(string field, string comment)
    {
        string card = comment.Length == 0 ? field : field.PadRight(FixedValueEnd) + " / " + comment;
        bool commentFits = card.Length <= CardLength || field.Length + 4 <= CardLength;
        return Card(commentFits ? card[..Math.Min(card.Length, CardLength)] : field);
    }
}
