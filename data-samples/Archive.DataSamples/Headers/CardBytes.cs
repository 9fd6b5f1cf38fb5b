using System.Globalization;
using System.Text;
using Archive.Ingest.Fits;

namespace Archive.DataSamples.Headers;

/// <summary>
/// Header cards in a buffer that is used again and again: what <see cref="FitsHeaderWriter"/> would write, without a string for each card. For headers
/// that are parsed at once by the hundred thousand.
/// </summary>
internal sealed class CardBytes : ICardSink
{
    private const int CardLength = FitsHeader.CardLength;
    private const int ValueStart = 10;
    private const int FixedValueEnd = 30;
    private const int ShortestText = 8;
    private const int MostCards = 128;

    private readonly byte[] _bytes = new byte[MostCards * CardLength];
    private int _length;

    /// <summary>Makes room for the next header.</summary>
    public void Clear() => _length = 0;

    public FitsHeader Parse() => FitsHeader.Parse(_bytes.AsSpan(0, _length));

    /// <exception cref="ArgumentException">The text doesn't fit one card.</exception>
    public void Text(string keyword, string value)
    {
        var card = Begin(keyword);
        var at = ValueStart;
        card[at++] = (byte)'\'';
        foreach (var character in value)
        {
            if (at >= CardLength - 2) throw new ArgumentException($"'{value}' is too long for one card.", nameof(value));
            if (character == '\'') card[at++] = (byte)'\'';
            card[at++] = (byte)character;
        }

        card[Math.Max(at, ValueStart + 1 + ShortestText)] = (byte)'\'';
    }

    public void Logical(string keyword, bool value) => Begin(keyword)[FixedValueEnd - 1] = value ? (byte)'T' : (byte)'F';

    public void Integer(string keyword, long value)
    {
        var card = Begin(keyword);
        Span<byte> digits = stackalloc byte[FixedValueEnd - ValueStart];
        value.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        digits[..count].CopyTo(card[(FixedValueEnd - count)..]);
    }

    public void Real(string keyword, double value, int decimals)
    {
        var card = Begin(keyword);
        Span<byte> digits = stackalloc byte[40];
        Math.Round(value, decimals).TryFormat(digits, out var count, "R", CultureInfo.InvariantCulture);
        if (!digits[..count].ContainsAny((byte)'.', (byte)'E'))
        {
            digits[count++] = (byte)'.';
            digits[count++] = (byte)'0';
        }

        digits[..count].CopyTo(card[Math.Max(ValueStart, FixedValueEnd - count)..]);
    }

    private Span<byte> Begin(string keyword)
    {
        var card = _bytes.AsSpan(_length, CardLength);
        _length += CardLength;
        card.Fill((byte)' ');
        Encoding.ASCII.GetBytes(keyword, card);
        card[8] = (byte)'=';
        return card;
    }
}
