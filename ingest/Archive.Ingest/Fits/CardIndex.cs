using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Archive.Ingest.Fits;

/// <summary>
/// From keyword to card, without regard to case. The first card with a value is what a keyword means; where none has one, the first card. A table of open places, at most
/// half of them taken, since the hash of most keywords is known before (<see cref="KeywordTable"/>).
/// </summary>
internal sealed class CardIndex
{
    private readonly HeaderCard?[] _cards;
    private readonly int[] _hashes;
    private readonly int _mask;

    /// <param name="capacity">How many cards will be added at most.</param>
    public CardIndex(int capacity)
    {
        int places = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * capacity) + 2);
        _cards = new HeaderCard?[places];
        _hashes = new int[places];
        _mask = places - 1;
    }

    /// <summary>The hash of a keyword.</summary>
    public static int HashOf(string keyword) => string.GetHashCode(keyword, StringComparison.OrdinalIgnoreCase);

    public bool TryGet(string keyword, [NotNullWhen(true)] out HeaderCard? card) => (card = _cards[PlaceOf(keyword, HashOf(keyword))]) is not null;

    /// <summary>Adds a card that has a keyword; notes a keyword that comes again with another value.</summary>
    /// <param name="card">The card.</param>
    /// <param name="hash">The hash of its keyword.</param>
    /// <param name="issues">Takes the note.</param>
    public void Add(HeaderCard card, int hash, IssueList issues)
    {
        if (card.Keyword.Length == 0)
        {
            return;
        }

        int place = PlaceOf(card.Keyword, hash);
        HeaderCard? first = _cards[place];
        if (first is null || (first.Kind == HeaderValueKind.None && card.Kind != HeaderValueKind.None))
        {
            _cards[place] = card;
            _hashes[place] = hash;
        }
        else if (card.Kind != HeaderValueKind.None && !IsSame(first.Value, card.Value) && !issues.IsFull)
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
        while (_cards[place] is { } card
            && !(_hashes[place] == hash && (ReferenceEquals(card.Keyword, keyword) || string.Equals(card.Keyword, keyword, StringComparison.OrdinalIgnoreCase))))
        {
            place = (place + 1) & _mask;
        }

        return place;
    }

    /// <summary>Numbers written differently are the same value: <c>2000.0</c> and <c>2000.000000</c>.</summary>
    private static bool IsSame(HeaderValue first, HeaderValue second) =>
        first == second
        || (first.Kind is HeaderValueKind.Integer or HeaderValueKind.Real
            && second.Kind is HeaderValueKind.Integer or HeaderValueKind.Real
            && first.TryGetDouble(out double one) && second.TryGetDouble(out double other) && one == other);
}
