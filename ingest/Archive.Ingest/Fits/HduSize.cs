using System.Globalization;

namespace Archive.Ingest.Fits;

/// <summary>How many bytes of data follow a header, by the header's own word (FITS 4.0, equations 1, 2 and 4, sections 4.4.1 and 6.1).</summary>
internal static class HduSize
{
    private const int MostAxes = 999;
    private const long MostBytes = long.MaxValue / 2;

    /// <summary>The size without padding, or null where the header does not allow to say; the issues then say why.</summary>
    public static long? Compute(FitsHeader header, bool isPrimary, IssueList issues)
    {
        bool hasElements = TryGetElementBytes(header, issues, out int elementBytes);
        if (!TryGetCount(header, "NAXIS", MostAxes, issues, out long axes))
        {
            return null;
        }

        if (axes == 0)
        {
            return 0;
        }

        if (!TryGetAxes(header, (int)axes, issues, out long[] lengths) || !hasElements)
        {
            return null;
        }

        bool isGroups = isPrimary && lengths[0] == 0 && header.TryGet("GROUPS", out HeaderCard? groups) && groups.Value is { Kind: HeaderValueKind.Logical, Text: "T" };
        ReadOnlySpan<long> factors = isGroups ? lengths.AsSpan(1) : lengths;
        long parameters = 0;
        long groupCount = 1;
        if ((isGroups || !isPrimary)
            && (!TryGetOptionalCount(header, "PCOUNT", 0, issues, out parameters) || !TryGetOptionalCount(header, "GCOUNT", 1, issues, out groupCount)))
        {
            return null;
        }

        if (Multiply(elementBytes, groupCount, parameters, factors) is { } bytes)
        {
            return bytes;
        }

        issues.Add(IssueCode.ImpossibleDataSize, 0, "", "By BITPIX and NAXISn more data follows than any file can hold; nothing behind this header is read.");
        return null;
    }

    /// <summary>The size of whole blocks.</summary>
    public static long RoundUp(long bytes) => (bytes + HeaderBlocks.BlockLength - 1) / HeaderBlocks.BlockLength * HeaderBlocks.BlockLength;

    /// <summary>Null where the product is beyond every file system. An axis of length 0 makes the others' product 0, however long they are.</summary>
    private static long? Multiply(int elementBytes, long groupCount, long parameters, ReadOnlySpan<long> factors)
    {
        try
        {
            UInt128 product = factors.Contains(0) ? UInt128.Zero : UInt128.One;
            for (int i = 0; i < factors.Length && product != 0; i++)
            {
                product = checked(product * (UInt128)factors[i]);
            }

            UInt128 bytes = checked((UInt128)elementBytes * (UInt128)groupCount * ((UInt128)parameters + product));
            return bytes <= MostBytes ? (long)bytes : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool TryGetAxes(FitsHeader header, int axes, IssueList issues, out long[] lengths)
    {
        lengths = new long[axes];
        for (int i = 0; i < axes; i++)
        {
            if (!TryGetCount(header, string.Create(CultureInfo.InvariantCulture, $"NAXIS{i + 1}"), long.MaxValue, issues, out lengths[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGetElementBytes(FitsHeader header, IssueList issues, out int bytes)
    {
        bytes = 0;
        if (header.TryGet("BITPIX", out HeaderCard? card) && card.Value.TryGetInt64(out long bits) && bits is 8 or 16 or 32 or 64 or -32 or -64)
        {
            bytes = (int)Math.Abs(bits) / 8;
            return true;
        }

        issues.Add(IssueCode.MandatoryKeyword, card?.CardNumber ?? 0, "BITPIX", "BITPIX is not one of 8, 16, 32, 64, -32, -64.");
        return false;
    }

    private static bool TryGetOptionalCount(FitsHeader header, string keyword, long otherwise, IssueList issues, out long count)
    {
        count = otherwise;
        return !header.TryGet(keyword, out _) || TryGetCount(header, keyword, long.MaxValue, issues, out count);
    }

    private static bool TryGetCount(FitsHeader header, string keyword, long most, IssueList issues, out long count)
    {
        count = 0;
        if (header.TryGet(keyword, out HeaderCard? card) && card.Value.Kind == HeaderValueKind.Integer)
        {
            if (card.Value.TryGetInt64(out count) && count >= 0 && count <= most)
            {
                return true;
            }
        }

        issues.Add(IssueCode.MandatoryKeyword, card?.CardNumber ?? 0, keyword, $"{keyword} is missing or no integer from 0 to {most}; the size of the data is unknown.");
        return false;
    }
}
