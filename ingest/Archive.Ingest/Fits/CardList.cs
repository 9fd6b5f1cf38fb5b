using System.Collections;

namespace Archive.Ingest.Fits;

/// <summary>
/// The cards of a header in order. A card is made when it is asked for; blank cards aren't kept at all, they are what lies between the others.
/// </summary>
internal sealed class CardList : IReadOnlyList<HeaderCard>
{
    private readonly byte[] _bytes;
    private readonly CardRecord[] _records;

    /// <summary>The place of each record in the list; ascending.</summary>
    private readonly int[] _places;

    /// <summary>How far the numbers of the last blank cards are ahead of their places.</summary>
    private int _lastAhead;

    /// <summary>The cards that aren't a part of the bytes, by their record; null where there is none.</summary>
    private Dictionary<int, HeaderCard>? _made;

    /// <param name="bytes">The cards that aren't blank.</param>
    /// <param name="capacity">How many cards that aren't blank will be added at most.</param>
    public CardList(byte[] bytes, int capacity)
    {
        _bytes = bytes;
        _records = new CardRecord[capacity];
        _places = new int[capacity];
    }

    public int Count { get; private set; }

    /// <summary>How many of the cards have a record.</summary>
    public int RecordCount { get; private set; }

    public HeaderCard this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int record = Array.BinarySearch(_places, 0, RecordCount, index);
            return record >= 0 ? CardOf(record) : Blank(index, ~record);
        }
    }

    public ref readonly CardRecord Record(int record) => ref _records.AsSpan(0, RecordCount)[record];

    /// <summary>The card of a record.</summary>
    public HeaderCard CardOf(int record) =>
        _made is not null && _made.TryGetValue(record, out HeaderCard? made) ? made : new HeaderCard(Record(record), _bytes);

    public void Add(in CardRecord record)
    {
        _places[RecordCount] = Count++;
        _records[RecordCount++] = record;
    }

    /// <summary>Adds a card that has its texts with it.</summary>
    public void Add(HeaderCard card)
    {
        (_made ??= []).Add(RecordCount, card);
        Add(new CardRecord(card.Keyword, CardIndex.HashOf(card.Keyword), card.CardNumber, Start: 0, card.Kind));
    }

    /// <summary>Adds blank cards, of which the first has the given number.</summary>
    public void AddBlanks(int number, int count)
    {
        _lastAhead = number - Count;
        Count += count;
    }

    public IEnumerator<HeaderCard> GetEnumerator()
    {
        int record = 0;
        for (int place = 0; place < Count; place++)
        {
            yield return record < RecordCount && _places[record] == place ? CardOf(record++) : Blank(place, record);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A blank card, and the record that follows it. Numbers are ahead of places by 1 and the CONTINUE cards joined so far, of which none is between the two.</summary>
    private HeaderCard Blank(int place, int next) => BlankCards.At(place + (next < RecordCount ? Record(next).Number - _places[next] : _lastAhead));
}
