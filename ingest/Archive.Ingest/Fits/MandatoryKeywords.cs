using System.Globalization;

namespace Archive.Ingest.Fits;

/// <summary>The keywords that every header begins with, in their order and in fixed format (FITS 4.0, sections 4.4.1.1 and 4.4.1.2).</summary>
internal static class MandatoryKeywords
{
    private const int FirstValueByte = 10;
    private const int LastValueByte = 29;

    /// <summary>Notes what is missing, out of place or in free format. The values are judged where they are used.</summary>
    public static void Check(FitsHeader header, ReadOnlySpan<byte> records, bool isPrimary, IssueList issues)
    {
        if (!Expect(header, records, 0, isPrimary ? "SIMPLE" : "XTENSION", issues)
            || !Expect(header, records, 1, "BITPIX", issues)
            || !Expect(header, records, 2, "NAXIS", issues))
        {
            return;
        }

        HeaderCard first = header.Cards[0];
        if (isPrimary && first.Value is not { Kind: HeaderValueKind.Logical, Text: "T" })
        {
            issues.Add(IssueCode.NotSimple, 1, "SIMPLE", "SIMPLE is not T: the file says of itself that it may not conform to the standard.");
        }

        if (!header.Cards[2].Value.TryGetInt64(out long axes) || axes < 0)
        {
            return;
        }

        for (int axis = 1; axis <= axes; axis++)
        {
            if (!Expect(header, records, 2 + axis, string.Create(CultureInfo.InvariantCulture, $"NAXIS{axis}"), issues))
            {
                return;
            }
        }

        if (!isPrimary && Expect(header, records, 3 + (int)axes, "PCOUNT", issues))
        {
            Expect(header, records, 4 + (int)axes, "GCOUNT", issues);
        }
    }

    private static bool Expect(FitsHeader header, ReadOnlySpan<byte> records, int place, string keyword, IssueList issues)
    {
        string found = place < header.Cards.Count ? header.Cards[place].Keyword : "";
        if (!string.Equals(found, keyword, StringComparison.Ordinal))
        {
            issues.Add(IssueCode.MandatoryKeyword, place + 1, found, $"Card {place + 1} should be {keyword} and is '{found}'.");
            return false;
        }

        if (!IsFixedFormat(records.Slice(place * FitsHeader.CardLength, FitsHeader.CardLength)))
        {
            issues.Add(IssueCode.FreeFormatMandatory, place + 1, found, $"{keyword} is mandatory: its value should end in byte 30, or its string begin in byte 11.");
        }

        return true;
    }

    private static bool IsFixedFormat(ReadOnlySpan<byte> card) =>
        card[FirstValueByte] == '\'' || (card[LastValueByte] != ' ' && card[LastValueByte + 1] is (byte)' ' or (byte)'/');
}
