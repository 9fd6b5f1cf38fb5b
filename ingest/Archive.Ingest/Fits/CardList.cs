using System.Collections;

namespace Archive.Ingest.Fits;

/// <summary>The cards of a header in order. A card is made when it is asked for.</summary>
internal sealed class CardList : IReadOnlyList<HeaderCard>
{
    private readonly byte[] _bytes;
    private readonly CardRecord[] _records;

    /// <summary>The cards that aren't a part of the bytes, by their place; null where there is none.</summary>
    private Dictionary<int, HeaderCard>? _made;

    /// <param name="bytes">The cards that aren't blank.</param>
    /// <param name="capacity">How many cards will be added at most.</param>
    public CardList(byte[] bytes, int capacity)
    {
        _bytes = bytes;
        _records = new CardRecord[capacity];
    }

    public int Count { get; private set; }

    public HeaderCard this[int index]
    {
        get
        {
            ref readonly CardRecord record = ref Record(index);
            return IsBlank(record) ? BlankCards.At(record.Number)
                : _made is not null && _made.TryGetValue(index, out HeaderCard? made) ? made
                : new HeaderCard(record, _bytes);
        }
    }

    public ref readonly CardRecord Record(int index) => ref _records.AsSpan(0, Count)[index];

    public void Add(in CardRecord record) => _records[Count++] = record;

    public void AddBlank(int number) => Add(new CardRecord("", 0, number, Start: -1, HeaderValueKind.None));

    /// <summary>Adds a card that has its texts with it.</summary>
    public void Add(HeaderCard card)
    {
        (_made ??= []).Add(Count, card);
        Add(new CardRecord(card.Keyword, CardIndex.HashOf(card.Keyword), card.CardNumber, Start: 0, card.Kind));
    }

    public IEnumerator<HeaderCard> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsBlank(in CardRecord record) => record.Start < 0;
}
