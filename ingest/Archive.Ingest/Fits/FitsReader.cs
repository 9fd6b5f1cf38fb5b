namespace Archive.Ingest.Fits;

/// <summary>
/// Reads the headers of a FITS file one after the other, each when it is asked for. The way from one to the next is computed from the header
/// (FITS 4.0, section 3.3.2), by seeking where the stream can seek.
/// </summary>
public sealed class FitsReader : IDisposable
{
    private readonly ByteWindow _window;
    private readonly FitsLimits _limits;
    private readonly IssueList _issues = new();
    private int _next;
    private long _skip;
    private bool _ended;
    private bool _damageIsNoted;

    /// <summary>Reads an expanded FITS file from the stream's present position, which must be the file's beginning. The stream stays the caller's.</summary>
    public FitsReader(Stream stream, FitsLimits? limits = null)
        : this(new ByteWindow(stream, stream.CanSeek, (limits ?? FitsLimits.Default).ExpandedBytes), limits ?? FitsLimits.Default)
    {
    }

    /// <summary>Reads on from a window; disposes it in the end.</summary>
    internal FitsReader(ByteWindow window, FitsLimits limits)
    {
        _window = window;
        _limits = limits;
    }

    /// <summary>What was found wrong outside of all headers: bytes behind the last HDU, damage of the compressed stream.</summary>
    public IReadOnlyList<HeaderIssue> Issues => _issues.Issues;

    /// <summary>The next HDU, or null when there is none, or none that can be found.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public FitsHdu? ReadNext()
    {
        if (_ended || !MoveToNext())
        {
            _ended = true;
            return null;
        }

        long headerOffset = _window.Position;
        HeaderExtent extent = HeaderBlocks.Find(_window, _limits.HeaderBytes);
        NoteDamage();
        if (extent.End == HeaderEnd.TooLong || extent.Length == 0)
        {
            _ended = true;
            return null;
        }

        bool isPrimary = _next == 0 && !_window.Bytes.StartsWith("XTENSION"u8);
        ReadOnlySpan<byte> records = WholeRecords(_window.Bytes[..extent.Length]);
        FitsHeader header = FitsHeader.Parse(records);
        IssueList issues = new();
        if (_next == 0 && !isPrimary)
        {
            issues.Add(IssueCode.MandatoryKeyword, 1, "XTENSION", "The file begins with an extension; SIMPLE and the primary HDU are missing.");
        }

        NoteEnd(extent, header, issues);
        MandatoryKeywords.Check(header, records, isPrimary, issues);
        long? dataLength = HduSize.Compute(header, isPrimary, issues);
        FitsHdu hdu = new(_next++, header, headerOffset, headerOffset + extent.Length, dataLength);
        NoteMissingData(hdu, issues);
        _skip = extent.Length + HduSize.RoundUp(dataLength ?? 0);
        _ended = dataLength is null || extent.End != HeaderEnd.End;
        return hdu with { Header = header.WithIssues(issues.Issues) };
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    /// <summary>Passes the last HDU's data and looks whether an extension begins there (3.5: what else may be there is no HDU).</summary>
    private bool MoveToNext()
    {
        bool reached = _window.Skip(_skip) && _window.Fill(FitsHeader.CardLength);
        _skip = 0;
        NoteDamage();
        if (_next == 0)
        {
            return _window.Bytes.Length > 0;
        }

        if (_window.Bytes.Length > 0 && !_window.Bytes.StartsWith("XTENSION"u8))
        {
            _issues.Add(IssueCode.TrailingBytes, 0, "", $"No extension begins at byte {_window.Position}, behind HDU {_next - 1}; what is there was not read.");
            return false;
        }

        return reached && _next < _limits.HduCount;
    }

    private void NoteDamage()
    {
        if (_window.Damage is { } damage && !_damageIsNoted)
        {
            _damageIsNoted = true;
            _issues.Add(IssueCode.DamagedGzip, 0, "", $"The compressed stream ends early at byte {_window.Position + _window.Bytes.Length}: {damage}");
        }
    }

    private static void NoteEnd(HeaderExtent extent, FitsHeader header, IssueList issues)
    {
        int last = header.Cards.Count;
        switch (extent.End)
        {
            case HeaderEnd.End when extent.Length % HeaderBlocks.BlockLength != 0:
                issues.Add(IssueCode.MissingPadding, 0, "", "The header is whole, but not padded to a block of 2880 bytes.");
                break;
            case HeaderEnd.Missing:
                issues.Add(IssueCode.MissingEnd, last, "", "The file ends after this card without END; there may have been more cards.");
                break;
            case HeaderEnd.Data:
                issues.Add(IssueCode.MissingEnd, last, "", "What follows this card is no header, and there was no END.");
                break;
            case HeaderEnd.Cut:
                issues.Add(IssueCode.TruncatedHeader, last + 1, "", "The file ends inside this card; the card was left out, and there may have been more.");
                break;
        }
    }

    private void NoteMissingData(FitsHdu hdu, IssueList issues)
    {
        if (hdu.DataLength is not { } announced || _window.Length is not { } fileLength)
        {
            return;
        }

        long present = Math.Max(0, fileLength - hdu.DataOffset);
        if (present < announced)
        {
            issues.Add(IssueCode.TruncatedData, 0, "", $"The header announces {announced} bytes of data; the file has {present}.");
        }
        else if (present < HduSize.RoundUp(announced))
        {
            issues.Add(IssueCode.MissingPadding, 0, "", "The data are whole, but not padded to a block of 2880 bytes.");
        }
    }

    /// <summary>The records of a header; the last one padded with blanks where the file ends early.</summary>
    private static ReadOnlySpan<byte> WholeRecords(ReadOnlySpan<byte> bytes)
    {
        int rest = bytes.Length % FitsHeader.CardLength;
        if (rest == 0)
        {
            return bytes;
        }

        byte[] padded = new byte[bytes.Length - rest + FitsHeader.CardLength];
        padded.AsSpan().Fill((byte)' ');
        bytes.TrimEnd("\r\n"u8).CopyTo(padded);
        return padded;
    }
}
