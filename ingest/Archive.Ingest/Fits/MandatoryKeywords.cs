using System.Globalization;

namespace Archive.Ingest.Fits;

/// <summary>The keywords that every header begins with, in their order (FITS 4.0, sections 4.4.1.1 and 4.4.1.2).</summary>
internal static class MandatoryKeywords
{
    /// <summary>Notes what is missing or out of place. The values are judged where they are used.</summary>
    public static void Check(FitsHeader header, bool isPrimary, IssueList issues)
    {
        if (!Expect(header, 0, isPrimary ? "SIMPLE" : "XTENSION", issues)
            || !Expect(header, 1, "BITPIX", issues)
            || !Expect(header, 2, "NAXIS", issues))
        {
            return;
        }

        HeaderCard first = header.Cards[0];
        if (isPrimary && first.Value is not { Kind: HeaderValueKind.Logical, Text: "T" })
        {
            issues.Add(IssueCode.NotSimple, 1, "SIMPLE", "SIMPLE is not T: the file says of itself that it may not conform to the standard.");
        }

        if (!header.Cards[2].Value.TryGetInt64(out long axes))
        {
            return;
        }

        for (int axis = 1; axis <= axes && Expect(header, 2 + axis, string.Create(CultureInfo.InvariantCulture, $"NAXIS{axis}"), issues); axis++)
        {
        }
    }

    private static bool Expect(FitsHeader header, int place, string keyword, IssueList issues)
    {
        string found = place < header.Cards.Count ? header.Cards[place].Keyword : "";
        if (string.Equals(found, keyword, StringComparison.Ordinal))
        {
            return true;
        }

        issues.Add(IssueCode.MandatoryKeyword, place + 1, found, $"Card {place + 1} should be {keyword} and is '{found}'.");
        return false;
    }
}
