using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation;

/// <summary>Turns a card's value into a column's: the trivial map, which changes form but never meaning.</summary>
internal static class ColumnConversion
{
    /// <summary>The value of the right type; null, with an issue, where the card's value is none.</summary>
    public static FieldValue Convert(ColumnDefinition column, string keyword, HeaderValue value, RecordDraft draft)
    {
        switch (column.Kind)
        {
            case ColumnKind.Text when value.Kind is not (HeaderValueKind.Complex or HeaderValueKind.Unreadable):
                return draft.TextOf(column, keyword, value.Text);
            case ColumnKind.Integer when value.TryGetInt64(out var integer) && integer is >= int.MinValue and <= int.MaxValue:
                return FieldValue.OfInteger(integer);
            case ColumnKind.Long when value.TryGetInt64(out var wide):
                return FieldValue.OfInteger(wide);
            case ColumnKind.Logical when value.TryGetLogical(out var logical):
                return FieldValue.OfInteger(logical ? 1 : 0);
            case ColumnKind.Real when value.TryGetDouble(out var real):
                return FieldValue.OfReal(real);
            case ColumnKind.Date when ObservationTime.TryParseDate(value.Text, out var date, out _):
                return FieldValue.OfDate(date);
            case ColumnKind.Timestamp when ObservationTime.TryParse(value.Text, out var instant, out var isRounded) && !isRounded:
                return FieldValue.OfTimestamp(instant.MicrosecondsSinceEpoch);
            default:
                draft.Report(TranslationIssue.WrongType(column, keyword, value.Text));
                return FieldValue.Null;
        }
    }
}
