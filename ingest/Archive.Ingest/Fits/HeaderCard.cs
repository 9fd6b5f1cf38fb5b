using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Fits;

/// <summary>
/// One keyword record of a header (FITS 4.0, section 4.1), CONTINUE cards joined to the card they continue. Value and comment stay slices of the header's
/// bytes until somebody asks for them: of most cards nobody does.
/// </summary>
public sealed class HeaderCard
{
    private readonly byte[] _bytes;
    private readonly HeaderValueKind _kind;
    private readonly CardSlice _valueSlice;
    private readonly CardSlice _commentSlice;
    private string? _text;
    private string? _comment;

    /// <summary>A card whose texts are at hand.</summary>
    internal HeaderCard(int cardNumber, string keyword, HeaderValue value, string comment)
    {
        CardNumber = cardNumber;
        Keyword = keyword;
        _kind = value.Kind;
        _text = value.Text;
        _comment = comment;
        _bytes = [];
    }

    /// <summary>A card that knows where its texts are in the header's bytes.</summary>
    internal HeaderCard(int cardNumber, string keyword, HeaderValueKind kind, byte[] bytes, CardSlice value, CardSlice comment)
    {
        CardNumber = cardNumber;
        Keyword = keyword;
        _kind = kind;
        _bytes = bytes;
        _valueSlice = value;
        _commentSlice = comment;
    }

    private HeaderCard(HeaderCard card, string keyword)
        : this(card.CardNumber, keyword, card._kind, card._bytes, card._valueSlice, card._commentSlice) => (_text, _comment) = (card._text, card._comment);

    /// <summary>The card's place in the header, counted from 1; continued cards count too.</summary>
    public int CardNumber { get; }

    /// <summary>
    /// The keyword as written, without trailing blanks; empty for a blank keyword field. For the HIERARCH convention the name that
    /// follows the word HIERARCH, its case and inner blanks kept: <c>ESO TEL AIRM START</c>.
    /// </summary>
    public string Keyword { get; }

    /// <summary>The value; of kind <see cref="HeaderValueKind.None"/> when the card is commentary.</summary>
    public HeaderValue Value => new(_kind, _text ??= ValueField.Decode(_kind, _valueSlice.Of(_bytes)));

    /// <summary>
    /// What follows the slash, without blanks around it; for commentary, bytes 9 to 80 without trailing blanks. Never null.
    /// Decoded as Latin-1, control characters replaced by '?'.
    /// </summary>
    public string Comment => _comment ??= CardText.Decode(_kind == HeaderValueKind.None ? _commentSlice.Of(_bytes).TrimEnd((byte)' ') : _commentSlice.Of(_bytes).Trim((byte)' '));

    /// <summary>The value's kind, its text left undecoded.</summary>
    internal HeaderValueKind Kind => _kind;

    /// <summary>Writes value and comment as they are in the header, undecoded, for comparisons of headers.</summary>
    internal void Write(ByteBuffer target)
    {
        if (_bytes.Length == 0)
        {
            target.WriteText(Value.Text);
            target.WriteText(Comment);
            return;
        }

        foreach (CardSlice slice in (ReadOnlySpan<CardSlice>)[_valueSlice, _commentSlice])
        {
            ReadOnlySpan<byte> bytes = slice.Of(_bytes).Trim((byte)' ');
            target.WriteBytes(bytes);
        }
    }

    /// <summary>The same card under another name.</summary>
    internal HeaderCard WithKeyword(string keyword) => new(this, keyword);

    /// <summary>Keyword, value and comment, for messages.</summary>
    public override string ToString() => _kind == HeaderValueKind.None
        ? $"{Keyword} {Comment}"
        : $"{Keyword} = {Value.Text} / {Comment}";
}

/// <summary>A part of a header's bytes.</summary>
internal readonly record struct CardSlice(int Start, int Length)
{
    public ReadOnlySpan<byte> Of(byte[] bytes) => bytes.AsSpan(Start, Length);
}
