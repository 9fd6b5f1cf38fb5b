using System.Buffers;

namespace Archive.Ingest.Fits;

/// <summary>Recognises content.</summary>
internal static class ContentRecognition
{
    private const int CardLength = FitsHeader.CardLength;
    private const int MostCardsLookedAt = 36;

    private static readonly SearchValues<byte> s_keywordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The UTF-8 byte order mark, which some editors put before text.</summary>
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Judges by what is at hand of the file's beginning.</summary>
    public static FileContent Recognise(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] => FileContent.Gzip,
        [0x1F, 0x9D, ..] => FileContent.Lzw,
        [(byte)'B', (byte)'Z', (byte)'h', ..] => FileContent.Bzip2,
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => FileContent.Xz,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => FileContent.Zstandard,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileContent.Zip,
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => FileContent.Utf16,
        _ => RecogniseCards(bytes),
    };

    private static FileContent RecogniseCards(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        if (!bytes.ContainsAnyExcept(" \r\n\0"u8))
        {
            return FileContent.Blank;
        }

        bool isLines = bytes[..Math.Min(bytes.Length, CardLength + 1)].IndexOfAny((byte)'\n', (byte)'\r') >= 0;
        if (!isLines && (bytes.StartsWith("SIMPLE  ="u8) || bytes.StartsWith("XTENSION="u8)))
        {
            return FileContent.Records;
        }

        int cards = 0;
        int values = 0;
        int others = 0;
        for (CardLines lines = new(isLines ? bytes : OneLine(bytes)); cards + others < MostCardsLookedAt && lines.MoveNext();)
        {
            switch (Judge(lines.Current))
            {
                case true:
                    values++;
                    cards++;
                    break;
                case false:
                    cards++;
                    break;
                default:
                    others++;
                    break;
            }
        }

        bool isHeader = values > 0 && cards >= 3 * others;
        return !isHeader ? FileContent.Unknown : isLines ? FileContent.Lines : FileContent.Records;
    }

    /// <summary>True for a card with a value, false for commentary or nothing, null for what is no card.</summary>
    private static bool? Judge(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd((byte)' ');
        if (line.IsEmpty || line.StartsWith("        "u8) || line.StartsWith("CONTINUE  "u8) || line.SequenceEqual("END"u8)
            || Begins(line, "COMMENT"u8) || Begins(line, "HISTORY"u8))
        {
            return false;
        }

        if (Begins(line, "HIERARCH"u8))
        {
            return line.Contains((byte)'=');
        }

        bool hasValue = line.Length >= 9 && line[8] == '=' && (line.Length == 9 || line[9] == ' ');
        return hasValue && !line[..8].TrimEnd((byte)' ').ContainsAnyExcept(s_keywordCharacters) ? true : null;
    }

    private static bool Begins(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word) =>
        line.StartsWith(word) && (line.Length == word.Length || line[word.Length] is (byte)' ' or (byte)'=');

    /// <summary>Keeps line breaks further on, which belong to cards here, out of the judgement.</summary>
    private static ReadOnlySpan<byte> OneLine(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? bytes : bytes[..end];
    }
}
