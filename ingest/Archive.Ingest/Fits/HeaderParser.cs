using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>Reads one header's cards in order; one bad card costs that card alone.</summary>
internal sealed class HeaderParser
{
    private const int CardLength = FitsHeader.CardLength;
    private readonly byte[] _cards;
    private readonly int[] _numbers;
    private readonly IssueList _issues = new();
    private readonly CardIndex _index;

    /// <summary>Copies the cards up to END, without the blank ones.</summary>
    public HeaderParser(ReadOnlySpan<byte> cards)
    {
        // Blank cards are counted but not copied: more than half of a HIRES header is blank.
        int total = cards.Length / CardLength;
        int filled = 0;
        int end = total;
        for (int i = 0; i < total; i++)
        {
            ReadOnlySpan<byte> card = cards.Slice(i * CardLength, CardLength);
            if (IsEnd(card))
            {
                end = i;
                break;
            }

            filled += IsBlank(card) ? 0 : 1;
        }

        _cards = new byte[filled * CardLength];
        _numbers = new int[filled];
        for (int i = 0, to = 0; i < end; i++)
        {
            ReadOnlySpan<byte> card = cards.Slice(i * CardLength, CardLength);
            if (!IsBlank(card))
            {
                card.CopyTo(_cards.AsSpan(to * CardLength));
                _numbers[to++] = i + 1;
            }
        }

        CardCount = end;
        _index = new CardIndex(filled);
        if (end < total && cards[((end * CardLength) + 3)..].ContainsAnyExcept((byte)' '))
        {
            _issues.Add(IssueCode.JunkAfterEnd, end + 1, "END", "Something follows END; it was not read.");
        }
    }

    /// <summary>The number of cards before END, blank ones included.</summary>
    public int CardCount { get; }

    public FitsHeader Parse()
    {
        List<HeaderCard> cards = new(CardCount);
        int number = 1;
        for (int i = 0; i < _numbers.Length;)
        {
            for (; number < _numbers[i]; number++)
            {
                cards.Add(BlankCards.At(number));
            }

            (HeaderCard card, int used) = ReadCard(i);
            cards.Add(card);
            _index.Add(card, _issues);
            i += used;
            number = _numbers[i - 1] + 1;
        }

        for (; number <= CardCount; number++)
        {
            cards.Add(BlankCards.At(number));
        }

        return new FitsHeader(cards, _index, _issues.Issues);
    }

    private static bool IsBlank(ReadOnlySpan<byte> card) => !card.ContainsAnyExcept((byte)' ');

    /// <summary>True for END, whatever follows it in the card; false for a keyword END with a value.</summary>
    internal static bool IsEnd(ReadOnlySpan<byte> card) => card.StartsWith("END     "u8) && card[8] != '=';

    /// <summary>The card at a place, with the CONTINUE cards that belong to it, and how many cards that were.</summary>
    private (HeaderCard Card, int Used) ReadCard(int place)
    {
        int start = place * CardLength;
        ReadOnlySpan<byte> card = _cards.AsSpan(start, CardLength);
        int number = _numbers[place];
        KeywordTable.Entry keyword = KeywordTable.Get(card);
        NoteCharacters(card, keyword, number);
        if (keyword.Role == KeywordRole.Continue)
        {
            _issues.Add(IssueCode.OrphanContinue, number, keyword.Name, "CONTINUE without a string ending in & directly before it; taken as commentary.");
        }
        else if (card[8] == '=' && card[9] == ' ' && keyword.Role != KeywordRole.Commentary)
        {
            return ReadValue(place, keyword.Name, 10);
        }
        else if (keyword.Role == KeywordRole.Hierarch && card.IndexOf((byte)'=') is > 8 and int equals && card[8..equals].Trim((byte)' ') is { IsEmpty: false } name)
        {
            return ReadValue(place, CardText.Decode(name), equals + 1);
        }
        else if (keyword.Role == KeywordRole.Plain && card[8..10].Contains((byte)'='))
        {
            _issues.Add(IssueCode.MisplacedValueIndicator, number, keyword.Name, "The equals sign is not in byte 9 with a blank behind it; taken as commentary.");
        }

        int length = card[8..].TrimEnd((byte)' ').Length;
        return (new HeaderCard(number, keyword.Name, default, _cards, start + 8, length), 1);
    }

    private (HeaderCard Card, int Used) ReadValue(int place, string keyword, int fieldStart)
    {
        int number = _numbers[place];
        ReadOnlySpan<byte> field = FieldOf(place, fieldStart);
        ValueField value = ValueField.Read(field);
        if (value.Fault is { } fault)
        {
            NoteValue(fault, number, keyword, value.Value);
        }

        if (value.Value.Kind == HeaderValueKind.Text && value.Value.Text.EndsWith('&') && TryReadContinue(place + 1, number + 1, out _))
        {
            return ReadContinued(place, keyword, value, CommentOf(field, value));
        }

        int start = (place * CardLength) + fieldStart + value.CommentStart;
        int length = (CardLength * (place + 1)) - start;
        ReadOnlySpan<byte> comment = _cards.AsSpan(start, length);
        int leading = length - comment.TrimStart((byte)' ').Length;
        int trimmed = comment.Trim((byte)' ').Length;
        return (new HeaderCard(number, keyword, value.Value, _cards, start + (trimmed == 0 ? 0 : leading), trimmed), 1);
    }

    /// <summary>Joins a long string (4.2.1.2): as long as it ends in &amp; and a CONTINUE card with a string follows directly.</summary>
    private (HeaderCard Card, int Used) ReadContinued(int place, string keyword, ValueField first, string firstComment)
    {
        StringBuilder text = new(first.Value.Text);
        StringBuilder comment = new(firstComment);
        ValueField piece = first;
        int used = 1;
        while (piece.Value.Text.EndsWith('&') && TryReadContinue(place + used, _numbers[place] + used, out ValueField next))
        {
            piece = next;
            text.Length--;
            text.Append(piece.Value.Text);
            string more = CommentOf(FieldOf(place + used, 10), piece);
            comment.Append(comment.Length > 0 && more.Length > 0 ? " " : "").Append(more);
            NoteContinued(place + used, keyword, piece);
            used++;
        }

        HeaderValue value = new(HeaderValueKind.Text, text.ToString().TrimEnd(' '));
        return (new HeaderCard(_numbers[place], keyword, value, comment.ToString()), used);
    }

    private bool TryReadContinue(int place, int expectedNumber, out ValueField field)
    {
        field = default;
        if (place >= _numbers.Length || _numbers[place] != expectedNumber)
        {
            return false;
        }

        ReadOnlySpan<byte> card = _cards.AsSpan(place * CardLength, CardLength);
        if (!card.StartsWith("CONTINUE  "u8))
        {
            return false;
        }

        field = ValueField.Read(FieldOf(place, 10));
        return field.Value.Kind == HeaderValueKind.Text;
    }

    private ReadOnlySpan<byte> FieldOf(int place, int fieldStart) => _cards.AsSpan((place * CardLength) + fieldStart, CardLength - fieldStart);

    private static string CommentOf(ReadOnlySpan<byte> field, ValueField value) => CardText.Decode(field[value.CommentStart..].Trim((byte)' '));

    private void NoteCharacters(ReadOnlySpan<byte> card, KeywordTable.Entry keyword, int number)
    {
        if (keyword.Fault is { } fault)
        {
            _issues.Add(fault, number, keyword.Name, $"'{keyword.Name}' is no keyword by the standard (A-Z, 0-9, - and _, left-justified); kept as written.");
        }

        if (CardText.HasForbiddenByte(card))
        {
            _issues.Add(IssueCode.NonAsciiByte, number, keyword.Name, "Bytes outside 32 to 126; read as Latin-1, control characters as '?'.");
        }
    }

    private void NoteContinued(int place, string keyword, ValueField piece)
    {
        ReadOnlySpan<byte> card = _cards.AsSpan(place * CardLength, CardLength);
        NoteCharacters(card, KeywordTable.Get(card), _numbers[place]);
        if (piece.Fault is { } fault)
        {
            NoteValue(fault, _numbers[place], keyword, piece.Value);
        }
    }

    private void NoteValue(IssueCode fault, int number, string keyword, HeaderValue value)
    {
        string message = fault switch
        {
            IssueCode.MissingClosingQuote => $"The string has no closing quote: {value.Text}",
            IssueCode.JunkAfterValue => $"Something other than a comment follows the string: {value.Text}",
            IssueCode.UnescapedQuote => $"A quote inside the string is not doubled; read as: {value.Text}",
            IssueCode.LowerCaseExponent => $"The exponent of {value.Text} should be written with a capital letter.",
            _ => $"No string, logical or number that a header can hold: {value.Text}",
        };
        _issues.Add(fault, number, keyword, message);
    }
}
