namespace Archive.Ingest.Fits;

/// <summary>
/// Walks over the cards of a text dump: a line each, ended by LF, CRLF or CR. A line of more than 80 bytes is several cards without breaks
/// between them.
/// </summary>
internal ref struct CardLines
{
    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _line;
    private bool _inLine;

    public CardLines(ReadOnlySpan<byte> text)
    {
        _rest = text;
        _line = default;
        _inLine = false;
        Current = default;
    }

    /// <summary>The card, at most 80 bytes, trailing blanks as found.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    public bool MoveNext()
    {
        if (!_inLine)
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            TakeLine();
        }

        int length = Math.Min(_line.Length, FitsHeader.CardLength);
        Current = _line[..length];
        _line = _line[length..];
        _inLine = !_line.IsEmpty;
        return true;
    }

    private void TakeLine()
    {
        int end = _rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
        {
            _line = _rest;
            _rest = default;
            return;
        }

        _line = _rest[..end];
        bool isCrLf = _rest[end] == '\r' && end + 1 < _rest.Length && _rest[end + 1] == '\n';
        _rest = _rest[(end + (isCrLf ? 2 : 1))..];
    }
}
