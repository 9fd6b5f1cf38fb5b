using System.Numerics;

namespace Archive.Ingest.Fits;

/// <summary>
/// From keyword to card, without regard to case. The first card with a value is what a keyword means; where none has one, the first card. A table of open places, at most
/// half of them taken, since the hash of most keywords is known before (<see cref="KeywordTable"/>).
/// </summary>
internal sealed class CardIndex
{
    private readonly CardList _cards;

    /// <summary>The card's record in the list, and 1; 0 where no card is.</summary>
    private readonly int[] _places;

    private readonly int _mask;

    /// <param name="cards">The list that the cards are in.</param>
    /// <param name="capacity">How many of them will be added at most.</param>
    public CardIndex(CardList cards, int capacity)
    {
        _cards = cards;
        _places = new int[BitOperations.RoundUpToPowerOf2((uint)(2 * capacity) + 2)];
        _mask = _places.Length - 1;
    }

    /// <summary>The hash of a keyword.</summary>
    public static int HashOf(string keyword) => string.GetHashCode(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>The record of the keyword's card in the list; null if there is none.</summary>
    public int? Find(string keyword) => keyword.Length > 0 && _places[PlaceOf(keyword, HashOf(keyword))] is > 0 and int found ? found - 1 : null;

    /// <summary>Adds the list's last card; notes a keyword that comes again with another value.</summary>
    public void AddLast(IssueList issues)
    {
        int last = _cards.RecordCount - 1;
        ref readonly CardRecord card = ref _cards.Record(last);
        ref int place = ref _places[PlaceOf(card.Keyword, card.KeywordHash)];
        if (place == 0 || (_cards.Record(place - 1).Kind == HeaderValueKind.None && card.Kind != HeaderValueKind.None))
        {
            place = last + 1;
        }
        else if (card.Kind != HeaderValueKind.None && !issues.IsFull)
        {
            NoteAnotherValue(_cards.CardOf(place - 1), _cards.CardOf(last), issues);
        }
    }

    private static void NoteAnotherValue(HeaderCard first, HeaderCard card, IssueList issues)
    {
        if (!IsSame(first.Value, card.Value))
        {
            issues.Add(
                IssueCode.DuplicateKeyword,
                card.CardNumber,
                card.Keyword,
                $"{card.Keyword} is '{first.Value.Text}' in card {first.CardNumber} and '{card.Value.Text}' here; the first counts.");
        }
    }

    /// <summary>Where the keyword is, or where it would be put.</summary>
    private int PlaceOf(string keyword, int hash)
    {
        int place = hash & _mask;
        while (_places[place] is > 0 and int found && !Is(_cards.Record(found - 1), keyword, hash))
        {
            place = (place + 1) & _mask;
        }

        return place;
    }

    private static bool Is(in CardRecord card, string keyword, int hash) =>
        ReferenceEquals(card.Keyword, keyword) || (card.KeywordHash == hash && string.Equals(card.Keyword, keyword, StringComparison.OrdinalIgnoreCase));

    /// <summary>Numbers written differently are the same value: <c>2000.0</c> and <c>2000.000000</c>.</summary>
    private static bool IsSame(HeaderValue first, HeaderValue second) =>
        first == second
        || (first.Kind is HeaderValueKind.Integer or HeaderValueKind.Real
            && second.Kind is HeaderValueKind.Integer or HeaderValueKind.Real
            && first.TryGetDouble(out double one) && second.TryGetDouble(out double other) && one == other);
}
