using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Fits;

/// <summary>
/// One keyword record of a header (FITS 4.0, section 4.1), CONTINUE cards joined to the card they continue. Value and comment stay slices of the header's
/// bytes until somebody asks for them: of most cards nobody does.
/// </summary>
public sealed class HeaderCard
{
    private readonly byte[] _bytes;
    private readonly CardRecord _record;
    private string? _text;
    private string? _comment;

    /// <summary>A card whose texts are at hand.</summary>
    internal HeaderCard(int cardNumber, string keyword, HeaderValue value, string comment)
    {
        _record = new CardRecord(keyword, 0, cardNumber, 0, value.Kind);
        _text = value.Text;
        _comment = comment;
        _bytes = [];
    }

    /// <summary>A card among a header's bytes.</summary>
    internal HeaderCard(in CardRecord record, byte[] bytes)
    {
        _record = record;
        _bytes = bytes;
    }

    /// <summary>The card's place in the header, counted from 1; continued cards count too.</summary>
    public int CardNumber => _record.Number;

    /// <summary>
    /// The keyword as written, without trailing blanks; empty for a blank keyword field. For the HIERARCH convention the name that
    /// follows the word HIERARCH, its case and inner blanks kept: <c>ESO TEL AIRM START</c>.
    /// </summary>
    public string Keyword => _record.Keyword;

    /// <summary>The value; of kind <see cref="HeaderValueKind.None"/> when the card is commentary.</summary>
    public HeaderValue Value => new(Kind, _text ??= ValueField.Decode(Kind, _record.ValueIn(_bytes)));

    /// <summary>
    /// What follows the slash, without blanks around it; for commentary, bytes 9 to 80 without trailing blanks. Never null.
    /// Decoded as Latin-1, control characters replaced by '?'.
    /// </summary>
    public string Comment => _comment ??= CardText.Decode(Kind == HeaderValueKind.None ? _record.CommentIn(_bytes).TrimEnd((byte)' ') : _record.CommentIn(_bytes).Trim((byte)' '));

    /// <summary>The value's kind, its text left undecoded.</summary>
    internal HeaderValueKind Kind => _record.Kind;

    /// <summary>Writes value and comment as they are in the header, undecoded, for comparisons of headers.</summary>
    internal void Write(ByteBuffer target)
    {
        if (_bytes.Length == 0)
        {
            target.WriteText(Value.Text);
            target.WriteText(Comment);
            return;
        }

        target.WriteBytes(_record.ValueIn(_bytes).Trim((byte)' '));
        target.WriteBytes(_record.CommentIn(_bytes).Trim((byte)' '));
    }

    /// <summary>The same card under another name.</summary>
    internal HeaderCard WithKeyword(string keyword) => new(_record with { Keyword = keyword }, _bytes) { _text = _text, _comment = _comment };

    /// <summary>Keyword, value and comment, for messages.</summary>
    public override string ToString() => Kind == HeaderValueKind.None
        ? $"{Keyword} {Comment}"
        : $"{Keyword} = {Value.Text} / {Comment}";
}
