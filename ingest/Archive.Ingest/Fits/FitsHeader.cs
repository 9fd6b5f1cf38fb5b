using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Archive.Ingest.Fits;

/// <summary>
/// The cards of one HDU's header, as written, in order, and what was wrong with them (FITS 4.0, section 4). Immutable; safe to share
/// between threads.
/// </summary>
public sealed class FitsHeader
{
    /// <summary>The length of a keyword record in bytes.</summary>
    public const int CardLength = 80;

    private readonly CardList _cards;
    private readonly CardIndex _index;

    internal FitsHeader(CardList cards, CardIndex index, IReadOnlyList<HeaderIssue> issues)
    {
        _cards = cards;
        _index = index;
        Issues = issues;
    }

    /// <summary>
    /// All cards before END, blank ones and commentary included. A CONTINUE card that continues a string is part of that string's card and
    /// not listed by itself.
    /// </summary>
    public IReadOnlyList<HeaderCard> Cards => _cards;

    /// <summary>The deviations from the standard, in the order they were met. None of them kept the header from being read.</summary>
    public IReadOnlyList<HeaderIssue> Issues { get; }

    /// <summary>Reads keyword records of 80 bytes each, up to END or the end of the span. Bytes that make no whole record are left out.</summary>
    public static FitsHeader Parse(ReadOnlySpan<byte> cards) => new HeaderParser(cards).Parse();

    /// <summary>Reads cards given as text, each padded with blanks to 80 characters.</summary>
    /// <exception cref="ArgumentException">A card is longer than 80 characters or not Latin-1.</exception>
    public static FitsHeader FromCards(params IEnumerable<string> cards)
    {
        List<byte> bytes = [];
        foreach (string card in cards)
        {
            if (card.Length > CardLength || card.Any(c => c > 255))
            {
                throw new ArgumentException($"A card is at most {CardLength} Latin-1 characters: {card}", nameof(cards));
            }

            bytes.AddRange(Encoding.Latin1.GetBytes(card.PadRight(CardLength)));
        }

        return Parse(bytes.ToArray());
    }

    /// <summary>
    /// The card of a keyword, found without regard to case. Of several, the first that has a value counts; commentary is found only where no
    /// card has one. HIERARCH names are asked for without the word HIERARCH.
    /// </summary>
    public bool TryGet(string keyword, [NotNullWhen(true)] out HeaderCard? card)
    {
        card = _index.Find(keyword) is { } record ? _cards.CardOf(record) : null;
        return card is not null;
    }

    /// <summary>A header of cards that were read already, with the issues that were noted then.</summary>
    internal static FitsHeader FromCards(IReadOnlyList<HeaderCard> cards, IReadOnlyList<HeaderIssue> issues)
    {
        IssueList noted = new();
        noted.AddRange(issues.Where(i => i.Code != IssueCode.DuplicateKeyword));
        CardList list = new([], cards.Count);
        CardIndex index = new(list, cards.Count);
        foreach (HeaderCard card in cards)
        {
            list.Add(card);
            index.AddLast(noted);
        }

        return new FitsHeader(list, index, noted.Issues);
    }

    /// <summary>The same cards with more issues behind those already known.</summary>
    internal FitsHeader WithIssues(IReadOnlyList<HeaderIssue> more) =>
        more.Count == 0 ? this : new FitsHeader(_cards, _index, [.. Issues, .. more]);
}
