using System.Globalization;

namespace Archive.Sky.Sexagesimals;

/// <summary>What a sexagesimal number says, before it is known whether hours or degrees are meant.</summary>
/// <param name="HasSign">A plus or minus was written.</param>
/// <param name="IsNegative">A minus was written.</param>
/// <param name="TotalSeconds">All fields in sixtieths of a sixtieth of the first, without the sign.</param>
internal readonly record struct SexagesimalFields(bool HasSign, bool IsNegative, double TotalSeconds)
{
    private const int MaxLength = 40;
    private const int MaxFields = 3;

    public static bool TryRead(ReadOnlySpan<char> text, out SexagesimalFields fields)
    {
        fields = default;
        text = text.Trim(' ');
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return false;
        }

        bool hasSign = text[0] is '+' or '-';
        bool isNegative = text[0] == '-';
        text = hasSign ? text[1..].TrimStart(' ') : text;
        double seconds = 0;
        double unit = 3600;
        int count = 0;
        bool isLast = false;
        while (!isLast)
        {
            ReadOnlySpan<char> field = NextField(ref text, out isLast);
            if (++count > MaxFields || !TryReadField(field, isFirst: count == 1, isLast, out double value))
            {
                return false;
            }

            seconds += value * unit;
            unit /= 60;
        }

        fields = new SexagesimalFields(hasSign, isNegative, seconds);
        return count >= 2;
    }

    /// <summary>Takes a field and what parts it from the next: blanks with at most one colon among them.</summary>
    private static ReadOnlySpan<char> NextField(ref ReadOnlySpan<char> text, out bool isLast)
    {
        int end = text.IndexOfAny(':', ' ');
        isLast = end < 0;
        if (isLast)
        {
            return text;
        }

        ReadOnlySpan<char> field = text[..end];
        text = text[end..].TrimStart(' ');
        text = !text.IsEmpty && text[0] == ':' ? text[1..].TrimStart(' ') : text;
        return field;
    }

    private static bool TryReadField(ReadOnlySpan<char> field, bool isFirst, bool isLast, out double value)
    {
        NumberStyles style = isLast ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return double.TryParse(field, style, CultureInfo.InvariantCulture, out value)
            && (isFirst || value < 60);
    }
}
