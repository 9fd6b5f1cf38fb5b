namespace Archive.Ingest.Fits;

/// <summary>One keyword record of a header (FITS 4.0, section 4.1), CONTINUE cards joined to the card they continue.</summary>
public sealed class HeaderCard
{
    private readonly byte[] _commentBytes;
    private readonly int _commentStart;
    private readonly int _commentLength;
    private string? _comment;

    internal HeaderCard(int cardNumber, string keyword, HeaderValue value, string comment)
    {
        CardNumber = cardNumber;
        Keyword = keyword;
        Value = value;
        _comment = comment;
        _commentBytes = [];
    }

    /// <summary>A card whose comment stays a slice of the header's bytes until somebody asks for it: few ever do.</summary>
    internal HeaderCard(int cardNumber, string keyword, HeaderValue value, byte[] commentBytes, int commentStart, int commentLength)
    {
        CardNumber = cardNumber;
        Keyword = keyword;
        Value = value;
        _commentBytes = commentBytes;
        _commentStart = commentStart;
        _commentLength = commentLength;
    }

    /// <summary>The card's place in the header, counted from 1; continued cards count too.</summary>
    public int CardNumber { get; }

    /// <summary>
    /// The keyword as written, without trailing blanks; empty for a blank keyword field. For the HIERARCH convention the name that
    /// follows the word HIERARCH, its case and inner blanks kept: <c>ESO TEL AIRM START</c>.
    /// </summary>
    public string Keyword { get; }

    /// <summary>The value; of kind <see cref="HeaderValueKind.None"/> when the card is commentary.</summary>
    public HeaderValue Value { get; }

    /// <summary>
    /// What follows the slash, without blanks around it; for commentary, bytes 9 to 80 without trailing blanks. Never null.
    /// Decoded as Latin-1, control characters replaced by '?'.
    /// </summary>
    public string Comment => _comment ??= CardText.Decode(_commentBytes.AsSpan(_commentStart, _commentLength));

    /// <summary>The same card under another name.</summary>
    internal HeaderCard WithKeyword(string keyword) => _comment is { } comment
        ? new HeaderCard(CardNumber, keyword, Value, comment)
        : new HeaderCard(CardNumber, keyword, Value, _commentBytes, _commentStart, _commentLength);

    /// <summary>Keyword, value and comment, for messages.</summary>
    public override string ToString() => Value.Kind == HeaderValueKind.None
        ? $"{Keyword} {Comment}"
        : $"{Keyword} = {Value.Text} / {Comment}";
}
