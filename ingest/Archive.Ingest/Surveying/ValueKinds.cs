using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Surveying;

/// <summary>Which kind of column a header's value asks for, and which one holds values of two kinds.</summary>
internal static class ValueKinds
{
    /// <summary><c>YYYY-MM-DDThh:mm:ss.ffffff</c>: an instant with more digits would lose some, and stays text.</summary>
    private const int LongestInstant = 26;

    /// <summary>The narrowest kind that holds the value as it is; null where no column can hold it: pairs of numbers, and what can't be read.</summary>
    public static ColumnKind? Of(HeaderValue value) => value.Kind switch
    {
        HeaderValueKind.Logical => ColumnKind.Logical,
        HeaderValueKind.Integer => value.TryGetInt64(out var integer) ? (integer == (int)integer ? ColumnKind.Integer : ColumnKind.Long) : Number(value),
        HeaderValueKind.Real => Number(value),
        HeaderValueKind.Text => OfText(value.Text),
        _ => null,
    };

    /// <summary>
    /// The kind that holds values of both: integer, long and double widen in this order, and all else becomes text. A date is no instant: its time isn't midnight, but unknown.
    /// </summary>
    public static ColumnKind Widest(ColumnKind first, ColumnKind second)
    {
        if (first == second) return first;
        return IsNumber(first) && IsNumber(second) ? (ColumnKind)Math.Max((int)first, (int)second) : ColumnKind.Text;
    }

    private static bool IsNumber(ColumnKind kind) => kind is ColumnKind.Integer or ColumnKind.Long or ColumnKind.Real;

    private static ColumnKind Number(HeaderValue value) => value.TryGetDouble(out _) ? ColumnKind.Real : ColumnKind.Text;

    private static ColumnKind OfText(string text)
    {
        if (text.Length == 10 && text[4] == '-' && ObservationTime.TryParseDate(text, out _, out _)) return ColumnKind.Date;
        return text.Length is > 10 and <= LongestInstant && text[10] == 'T' && ObservationTime.TryParse(text, out _, out var isRounded) && !isRounded ? ColumnKind.Timestamp : ColumnKind.Text;
    }
}
