using System.Buffers.Binary;

namespace Archive.Ingest.Fits;

/// <summary>
/// Finds the end of a header that is written as 80-byte records (FITS 4.0, section 3.3.1): the block with END, or, where that is missing,
/// the last record before the file ends or before bytes that are plainly data.
/// </summary>
internal static class HeaderBlocks
{
    /// <summary>The length of a block in bytes; headers and data fill whole blocks.</summary>
    public const int BlockLength = 2880;

    private const int CardLength = FitsHeader.CardLength;

    /// <summary>A block of which more records begin with bytes that no keyword has ever had is data.</summary>
    private const int MostOddCards = BlockLength / CardLength / 2;

    /// <summary>Reads until the end of the header at the window's start is in the window.</summary>
    /// <returns>How many bytes the header takes, and what ended it.</returns>
    public static HeaderExtent Find(ByteWindow window, int mostBytes)
    {
        int scanned = 0;
        int odd = 0;
        while (true)
        {
            ReadOnlySpan<byte> bytes = window.Bytes;
            for (; scanned + CardLength <= bytes.Length; scanned += CardLength)
            {
                ReadOnlySpan<byte> card = bytes.Slice(scanned, CardLength);
                if (HeaderParser.IsEnd(card))
                {
                    int blocks = (scanned / BlockLength) + 1;
                    window.Fill(blocks * BlockLength);
                    return new HeaderExtent(Math.Min(blocks * BlockLength, window.Bytes.Length), HeaderEnd.End);
                }

                odd += CardText.HasForbiddenByte(BinaryPrimitives.ReadUInt64LittleEndian(card)) ? 1 : 0;
                int passed = scanned + CardLength;
                if (passed % BlockLength == 0)
                {
                    if (odd > MostOddCards)
                    {
                        return new HeaderExtent(passed - BlockLength, HeaderEnd.Data);
                    }

                    odd = 0;
                }
            }

            if (bytes.Length >= mostBytes)
            {
                return new HeaderExtent(scanned, HeaderEnd.TooLong);
            }

            int wanted = (int)Math.Min(mostBytes, Math.Max(ByteWindow.FirstRead, 2L * bytes.Length));
            if (!window.Fill(wanted) && window.Bytes.Length == bytes.Length)
            {
                return AtEndOfFile(bytes, scanned);
            }
        }
    }

    /// <summary>
    /// A last record of less than 80 bytes is whole if it is END, or if a line break shows that its blanks were trimmed; otherwise it was cut and
    /// its value can't be trusted.
    /// </summary>
    private static HeaderExtent AtEndOfFile(ReadOnlySpan<byte> bytes, int scanned)
    {
        ReadOnlySpan<byte> rest = bytes[scanned..];
        ReadOnlySpan<byte> text = rest.TrimEnd("\r\n "u8);
        if (text.SequenceEqual("END"u8))
        {
            return new HeaderExtent(bytes.Length, HeaderEnd.End);
        }

        bool isLine = rest.Length > 0 && rest[^1] is (byte)'\n' or (byte)'\r';
        return text.IsEmpty || isLine
            ? new HeaderExtent(bytes.Length, HeaderEnd.Missing)
            : new HeaderExtent(scanned, HeaderEnd.Cut);
    }
}

/// <summary>Length of a header in bytes and what ended it.</summary>
internal readonly record struct HeaderExtent(int Length, HeaderEnd End);

/// <summary>What ends a header.</summary>
internal enum HeaderEnd
{
    /// <summary>An END card.</summary>
    End,

    /// <summary>The end of the file, after a whole record.</summary>
    Missing,

    /// <summary>The end of the file inside a record.</summary>
    Cut,

    /// <summary>Bytes that are no cards.</summary>
    Data,

    /// <summary>The limit on a header's length.</summary>
    TooLong,
}
