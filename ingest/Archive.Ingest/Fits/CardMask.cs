using System.Numerics;
using System.Runtime.Intrinsics;

namespace Archive.Ingest.Fits;

/// <summary>At which of a card's 80 bytes there is something, a bit each, found for all of them at once: what a card holds is mostly a question of where its blanks, quotes and slashes are.</summary>
internal readonly struct CardMask
{
    private const int LowBytes = 64;

    private readonly ulong _low;
    private readonly ulong _high;

    private CardMask(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>Where a byte is.</summary>
    /// <param name="card">A card of 80 bytes.</param>
    /// <param name="wanted">The byte.</param>
    public static CardMask Of(ReadOnlySpan<byte> card, byte wanted)
    {
        Vector256<byte> each = Vector256.Create(wanted);
        uint first = Vector256.Equals(Vector256.Create(card), each).ExtractMostSignificantBits();
        uint second = Vector256.Equals(Vector256.Create(card[32..]), each).ExtractMostSignificantBits();
        uint rest = Vector128.Equals(Vector128.Create(card[LowBytes..]), each.GetLower()).ExtractMostSignificantBits();
        return new CardMask(first | ((ulong)second << 32), rest);
    }

    /// <summary>Where a byte is not.</summary>
    /// <param name="card">A card of 80 bytes.</param>
    /// <param name="unwanted">The byte.</param>
    public static CardMask Except(ReadOnlySpan<byte> card, byte unwanted)
    {
        CardMask mask = Of(card, unwanted);
        return new CardMask(~mask._low, mask._high ^ 0xFFFF);
    }

    /// <summary>The first place at or behind another; the card's length if there is none.</summary>
    public int First(int from)
    {
        if (from < LowBytes)
        {
            ulong low = _low >> from;
            if (low != 0)
            {
                return from + BitOperations.TrailingZeroCount(low);
            }

            from = LowBytes;
        }

        ulong high = _high >> (from - LowBytes);
        return high != 0 ? from + BitOperations.TrailingZeroCount(high) : FitsHeader.CardLength;
    }

    /// <summary>The last place before another; -1 if there is none.</summary>
    public int Last(int before)
    {
        if (before > LowBytes)
        {
            ulong high = _high & ~(ulong.MaxValue << (before - LowBytes));
            if (high != 0)
            {
                return LowBytes + BitOperations.Log2(high);
            }

            before = LowBytes;
        }

        ulong low = before == LowBytes ? _low : _low & ~(ulong.MaxValue << before);
        return low != 0 ? BitOperations.Log2(low) : -1;
    }
}
