using System.Diagnostics.CodeAnalysis;

namespace Archive.Ingest.Fits;

/// <summary>From keyword to card. The first card with a value is what a keyword means; where none has one, the first card.</summary>
internal sealed class CardIndex(int capacity)
{
    private readonly Dictionary<string, HeaderCard> _cards = new(capacity, StringComparer.OrdinalIgnoreCase);

    public bool TryGet(string keyword, [NotNullWhen(true)] out HeaderCard? card) => _cards.TryGetValue(keyword, out card);

    /// <summary>Adds a card that has a keyword; notes a keyword that comes again with another value.</summary>
    public void Add(HeaderCard card, IssueList issues)
    {
        if (card.Keyword.Length == 0 || _cards.TryAdd(card.Keyword, card) || card.Value.Kind == HeaderValueKind.None)
        {
            return;
        }

        HeaderCard first = _cards[card.Keyword];
        if (first.Value.Kind == HeaderValueKind.None)
        {
            _cards[card.Keyword] = card;
        }
        else if (!IsSame(first.Value, card.Value) && !issues.IsFull)
        {
            issues.Add(
                IssueCode.DuplicateKeyword,
                card.CardNumber,
                card.Keyword,
                $"{card.Keyword} is '{first.Value.Text}' in card {first.CardNumber} and '{card.Value.Text}' here; the first counts.");
        }
    }

    /// <summary>Numbers written differently are the same value: <c>2000.0</c> and <c>2000.000000</c>.</summary>
    private static bool IsSame(HeaderValue first, HeaderValue second) =>
        first == second
        || (first.Kind is HeaderValueKind.Integer or HeaderValueKind.Real
            && second.Kind is HeaderValueKind.Integer or HeaderValueKind.Real
            && first.TryGetDouble(out double one) && second.TryGetDouble(out double other) && one == other);
}
