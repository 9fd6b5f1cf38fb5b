namespace Archive.Ingest.Fits;

/// <summary>
/// What the parser notes of a card: how it is to be read and where it lies among the header's bytes. Three words long, since a header has hundreds of which
/// most are never asked for.
/// </summary>
/// <param name="Keyword">The keyword; empty for a blank keyword field.</param>
/// <param name="KeywordHash">The keyword's hash in a <see cref="CardIndex"/>.</param>
/// <param name="Number">The card's place in the header, counted from 1.</param>
/// <param name="Start">Where the card begins among the header's bytes.</param>
/// <param name="Kind">The value's kind; <see cref="HeaderValueKind.None"/> for commentary.</param>
/// <param name="ValueStart">Where the value begins in the card.</param>
/// <param name="ValueLength">The value's length in bytes.</param>
/// <param name="CommentStart">Where the comment begins in the card; it goes to the card's end.</param>
internal readonly record struct CardRecord(
    string Keyword, int KeywordHash, int Number, int Start, HeaderValueKind Kind, byte ValueStart = 0, byte ValueLength = 0, byte CommentStart = FitsHeader.CardLength)
{
    public ReadOnlySpan<byte> ValueIn(byte[] cards) => cards.AsSpan(Start + ValueStart, ValueLength);

    public ReadOnlySpan<byte> CommentIn(byte[] cards) => cards.AsSpan(Start + CommentStart, FitsHeader.CardLength - CommentStart);
}
