using System.Buffers;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>Reads one header's cards in order; one bad card costs that card alone.</summary>
internal sealed class HeaderParser
{
    private const int CardLength = FitsHeader.CardLength;
    private readonly byte[] _cards;
    private readonly int[] _numbers;
    private readonly bool _hasForbiddenByte;
    private readonly IssueList _issues = new();
    private readonly CardList _list;
    private readonly CardIndex _index;

    /// <summary>Copies the cards up to END, without the blank ones.</summary>
    public HeaderParser(ReadOnlySpan<byte> cards)
    {
        // Blank cards are counted but not copied: more than half of a HIRES header is blank.
        int total = cards.Length / CardLength;
        int[] numbers = ArrayPool<int>.Shared.Rent(total);
        int filled = 0;
        int end = 0;
        for (; end < total; end++)
        {
            ReadOnlySpan<byte> card = cards.Slice(end * CardLength, CardLength);
            if (IsEnd(card))
            {
                break;
            }

            if (!IsBlank(card))
            {
                numbers[filled++] = end + 1;
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
        CardCount = end;
        _list = new CardList(_cards, end);
        _index = new CardIndex(_list, filled);
        if (end < total && cards[((end * CardLength) + 3)..].ContainsAnyExcept((byte)' '))
        {
            _issues.Add(IssueCode.JunkAfterEnd, end + 1, "END", "Something follows END; it was not read.");
        }
    }

    /// <summary>The number of cards before END, blank ones included.</summary>
    public int CardCount { get; }

    public FitsHeader Parse()
    {
        int number = 1;
        for (int i = 0; i < _numbers.Length;)
        {
            AddBlanks(number, _numbers[i]);
            i += AddCard(i);
            _index.AddLast(_issues);
            number = _numbers[i - 1] + 1;
        }

        AddBlanks(number, CardCount + 1);
        return new FitsHeader(_list, _index, _issues.Issues);
    }

    private void AddBlanks(int number, int end)
    {
        for (; number < end; number++)
        {
            _list.AddBlank(number);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> card) => !card.ContainsAnyExcept((byte)' ');

    /// <summary>True for END, whatever follows it in the card; false for a keyword END with a value.</summary>
    internal static bool IsEnd(ReadOnlySpan<byte> card) => card.StartsWith("END     "u8) && card[8] != '=';

    /// <summary>Adds the card at a place, with the CONTINUE cards that belong to it, to the list.</summary>
    /// <returns>How many cards that were.</returns>
    private int AddCard(int place)
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
            return AddValue(place, keyword.Name, keyword.Hash, 10);
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

        _list.Add(new CardRecord(keyword.Name, keyword.Hash, number, start, HeaderValueKind.None, CommentStart: 8));
        return 1;
    }

    private int AddValue(int place, string keyword, int hash, int fieldStart)
    {
        int number = _numbers[place];
        ReadOnlySpan<byte> field = FieldOf(place, fieldStart);
        ValueField value = ValueField.Read(field);
        if (value.Fault is { } fault)
        {
            NoteValue(fault, number, keyword, value.ValueIn(field));
        }

        if (EndsInAmpersand(field, value) && TryReadContinue(place + 1, number + 1, out _))
        {
            return AddContinued(place, keyword, fieldStart, value);
        }

        _list.Add(new CardRecord(
            keyword, hash, number, place * CardLength, value.Kind, (byte)(fieldStart + value.Value.Start), (byte)value.Value.Length, (byte)(fieldStart + value.CommentStart)));
        return 1;
    }

    private static bool EndsInAmpersand(ReadOnlySpan<byte> field, ValueField value) =>
        value.Kind == HeaderValueKind.Text && value.Value.Length > 0 && field[value.Value.Start + value.Value.Length - 1] == '&';

    /// <summary>Joins a long string (4.2.1.2): as long as it ends in &amp; and a CONTINUE card with a string follows directly.</summary>
    private int AddContinued(int place, string keyword, int fieldStart, ValueField first)
    {
        ReadOnlySpan<byte> field = FieldOf(place, fieldStart);
        StringBuilder text = new(first.ValueIn(field).Text);
        StringBuilder comment = new(CommentOf(field, first));
        ValueField piece = first;
        int used = 1;
        while (EndsInAmpersand(field, piece) && TryReadContinue(place + used, _numbers[place] + used, out ValueField next))
        {
            piece = next;
            field = FieldOf(place + used, 10);
            text.Length--;
            text.Append(piece.ValueIn(field).Text);
            string more = CommentOf(field, piece);
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
        return field.Kind == HeaderValueKind.Text;
    }

    private ReadOnlySpan<byte> FieldOf(int place, int fieldStart) => _cards.AsSpan((place * CardLength) + fieldStart, CardLength - fieldStart);

    private static string CommentOf(ReadOnlySpan<byte> field, ValueField value) => CardText.Decode(field[value.CommentStart..].Trim((byte)' '));

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
        ReadOnlySpan<byte> card = _cards.AsSpan(place * CardLength, CardLength);
        NoteCharacters(card, KeywordTable.Get(card), _numbers[place]);
        if (piece.Fault is { } fault)
        {
            NoteValue(fault, _numbers[place], keyword, piece.ValueIn(FieldOf(place, 10)));
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
