using System.Buffers;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>Reads one header's cards in order; one bad card costs that card alone.</summary>
internal sealed class HeaderParser
{
    private const int CardLength = FitsHeader.CardLength;

    /// <summary>Where the value field begins, behind the value indicator.</summary>
    private const int FieldStart = 10;

    private readonly byte[] _cards;
    private readonly int[] _numbers;

    /// <summary>How many cards there are before END, blank ones included.</summary>
    private readonly int _cardCount;

    private readonly bool _hasForbiddenByte;
    private readonly IssueList _issues = new();
    private readonly CardList _list;
    private readonly CardIndex _index;

    /// <summary>Copies the cards up to END, without the blank ones.</summary>
    public HeaderParser(ReadOnlySpan<byte> cards)
    {
        // Blank cards are counted but not copied: more than half of a HIRES header is blank.
        int total = cards.Length / CardLength;
        cards = cards[..(total * CardLength)];
        int[] numbers = ArrayPool<int>.Shared.Rent(total);
        int filled = 0;
        int end = 0;
        while (end < total && !IsEnd(cards[(end * CardLength)..]))
        {
            int blanks = BlanksAt(cards[(end * CardLength)..]) / CardLength;
            end += blanks;
            if (blanks == 0)
            {
                numbers[filled++] = ++end;
            }
        }

        _numbers = numbers[..filled];
        ArrayPool<int>.Shared.Return(numbers);
        _cards = GC.AllocateUninitializedArray<byte>(filled * CardLength);
        for (int i = 0; i < filled; i++)
        {
            cards.Slice((_numbers[i] - 1) * CardLength, CardLength).CopyTo(_cards.AsSpan(i * CardLength));
        }

        _hasForbiddenByte = CardText.HasForbiddenByte(_cards);
        _cardCount = end;
        _list = new CardList(_cards, filled);
        _index = new CardIndex(_list, filled);
        if (end < total && cards[((end * CardLength) + 3)..].ContainsAnyExcept((byte)' '))
        {
            _issues.Add(IssueCode.JunkAfterEnd, end + 1, "END", "Something follows END; it was not read.");
        }
    }

    public FitsHeader Parse()
    {
        int number = 1;
        for (int i = 0; i < _numbers.Length;)
        {
            _list.AddBlanks(number, _numbers[i] - number);
            i += AddCard(i);
            _index.AddLast(_issues);
            number = _numbers[i - 1] + 1;
        }

        _list.AddBlanks(number, _cardCount + 1 - number);
        return new FitsHeader(_list, _index, _issues.Issues);
    }

    /// <summary>How many blanks there are before the next other byte; 0 where there isn't even a keyword's length of them.</summary>
    private static int BlanksAt(ReadOnlySpan<byte> cards) =>
        !cards.StartsWith("        "u8) ? 0 : cards.IndexOfAnyExcept((byte)' ') is >= 0 and int other ? other : cards.Length;

    /// <summary>True for END, whatever follows it in the card; false for a keyword END with a value.</summary>
    internal static bool IsEnd(ReadOnlySpan<byte> card) => card.StartsWith("END     "u8) && card[8] != '=';

    /// <summary>Adds the card at a place, with the CONTINUE cards that belong to it, to the list.</summary>
    /// <returns>How many cards that were.</returns>
    private int AddCard(int place)
    {
        ReadOnlySpan<byte> card = CardAt(place);
        int number = _numbers[place];
        KeywordTable.Entry keyword = KeywordTable.Get(card);
        NoteCharacters(card, keyword, number);
        if (keyword.Role == KeywordRole.Continue)
        {
            _issues.Add(IssueCode.OrphanContinue, number, keyword.Name, "CONTINUE without a string ending in & directly before it; taken as commentary.");
        }
        else if (card[8] == '=' && card[9] == ' ' && keyword.Role != KeywordRole.Commentary)
        {
            return AddValue(place, keyword.Name, keyword.Hash, FieldStart);
        }
        else if (keyword.Role == KeywordRole.Hierarch && card.IndexOf((byte)'=') is > 8 and int equals && card[8..equals].Trim((byte)' ') is { IsEmpty: false } bytes)
        {
            string name = CardText.Decode(bytes);
            return AddValue(place, name, CardIndex.HashOf(name), equals + 1);
        }
        else if (keyword.Role == KeywordRole.Plain && card[8..10].Contains((byte)'='))
        {
            _issues.Add(IssueCode.MisplacedValueIndicator, number, keyword.Name, "The equals sign is not in byte 9 with a blank behind it; taken as commentary.");
        }

        _list.Add(new CardRecord(keyword.Name, keyword.Hash, number, place * CardLength, HeaderValueKind.None, CommentStart: 8));
        return 1;
    }

    private int AddValue(int place, string keyword, int hash, int fieldStart)
    {
        int number = _numbers[place];
        ReadOnlySpan<byte> card = CardAt(place);
        ValueField value = ValueField.Read(card, fieldStart);
        if (value.Fault is { } fault)
        {
            NoteValue(fault, number, keyword, value.ValueIn(card));
        }

        if (value.EndsInAmpersand(card) && TryReadContinue(place + 1, number + 1, out _))
        {
            return AddContinued(place, keyword, value);
        }

        _list.Add(new CardRecord(keyword, hash, number, place * CardLength, value.Kind, (byte)value.ValueStart, (byte)value.ValueLength, (byte)value.CommentStart));
        return 1;
    }

    /// <summary>Joins a long string (4.2.1.2): as long as it ends in &amp; and a CONTINUE card with a string follows directly.</summary>
    private int AddContinued(int place, string keyword, ValueField first)
    {
        ReadOnlySpan<byte> card = CardAt(place);
        StringBuilder text = new(first.ValueIn(card).Text);
        StringBuilder comment = new(CommentOf(card, first));
        ValueField piece = first;
        int used = 1;
        while (piece.EndsInAmpersand(card) && TryReadContinue(place + used, _numbers[place] + used, out ValueField next))
        {
            piece = next;
            card = CardAt(place + used);
            text.Length--;
            text.Append(piece.ValueIn(card).Text);
            string more = CommentOf(card, piece);
            comment.Append(comment.Length > 0 && more.Length > 0 ? " " : "").Append(more);
            NoteContinued(place + used, keyword, piece);
            used++;
        }

        HeaderValue value = new(HeaderValueKind.Text, text.ToString().TrimEnd(' '));
        _list.Add(new HeaderCard(_numbers[place], keyword, value, comment.ToString()));
        return used;
    }

    private bool TryReadContinue(int place, int expectedNumber, out ValueField field)
    {
        bool follows = place < _numbers.Length && _numbers[place] == expectedNumber && CardAt(place).StartsWith("CONTINUE  "u8);
        field = follows ? ValueField.Read(CardAt(place), FieldStart) : default;
        return field.Kind == HeaderValueKind.Text;
    }

    private ReadOnlySpan<byte> CardAt(int place) => _cards.AsSpan(place * CardLength, CardLength);

    private static string CommentOf(ReadOnlySpan<byte> card, ValueField value) => CardText.Decode(card[value.CommentStart..].Trim((byte)' '));

    private void NoteCharacters(ReadOnlySpan<byte> card, KeywordTable.Entry keyword, int number)
    {
        if (keyword.Fault is { } fault)
        {
            _issues.Add(fault, number, keyword.Name, $"'{keyword.Name}' is no keyword by the standard (A-Z, 0-9, - and _, left-justified); kept as written.");
        }

        if (_hasForbiddenByte && CardText.HasForbiddenByte(card))
        {
            _issues.Add(IssueCode.NonAsciiByte, number, keyword.Name, "Bytes outside 32 to 126; read as Latin-1, control characters as '?'.");
        }
    }

    private void NoteContinued(int place, string keyword, ValueField piece)
    {
        ReadOnlySpan<byte> card = CardAt(place);
        NoteCharacters(card, KeywordTable.Get(card), _numbers[place]);
        if (piece.Fault is { } fault)
        {
            NoteValue(fault, _numbers[place], keyword, piece.ValueIn(card));
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
