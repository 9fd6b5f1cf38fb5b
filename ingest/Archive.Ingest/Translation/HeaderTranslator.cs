using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Translation;

/// <summary>Makes a row of an instrument's table from a FITS header: first the trivial map, then the derived columns, then a look at whether it is plausible. Thread-safe.</summary>
public sealed class HeaderTranslator
{
    /// <summary>Stands in a definition's list of keywords for the file itself.</summary>
    private const string FileKeyword = "@file";

    private readonly IDerivedColumns _derivedColumns;
    private readonly ColumnDefinition[] _mapped;
    private readonly ColumnDefinition[] _bounded;
    private readonly ColumnDefinition[] _required;

    public HeaderTranslator(InstrumentDefinition definition, IDerivedColumns derivedColumns)
    {
        Definition = definition;
        _derivedColumns = derivedColumns;
        _mapped = [.. definition.Columns.Where(column => !column.Keywords.IsEmpty && !derivedColumns.ReadByRules.Contains(column.Ordinal))];
        _bounded = [.. definition.Columns.Where(column => column.Minimum is not null || column.Maximum is not null || !column.KnownValues.IsEmpty)];
        _required = [.. definition.Columns.Where(column => column.IsRequired)];
    }

    public InstrumentDefinition Definition { get; }

    /// <summary>Translates the header of a file's primary HDU. Never throws for what the header holds.</summary>
    /// <param name="header">The header.</param>
    /// <param name="file">The file, as a path below the folder that is ingested, with slashes; null where it isn't known.</param>
    public TranslationResult Translate(FitsHeader header, string? file = null)
    {
        var draft = new RecordDraft(Definition, header, file);
        foreach (var column in _mapped) draft[column.Ordinal] = ReadColumn(column, draft);
        if (_derivedColumns.Derive(draft) is { } refusal) return new TranslationResult(refusal);
        foreach (var column in _bounded) CheckPlausible(column, draft);
        CheckRequired(draft);
        return new TranslationResult(
            new ObservationRecord(Definition.Table, draft.Values, draft[Definition.KeyOrdinal].Text, draft[Definition.UtDateOrdinal].Date), draft.Issues);
    }

    private static FieldValue ReadColumn(ColumnDefinition column, RecordDraft draft)
    {
        foreach (var keyword in column.Keywords)
        {
            if (keyword == FileKeyword)
            {
                if (draft.File is { } file) return draft.TextOf(column, keyword, file);
            }
            else if (keyword.IndexOf('*', StringComparison.Ordinal) is var times and > 0)
            {
                if (draft.Header.FindNumber(keyword[..times]) * draft.Header.FindNumber(keyword[(times + 1)..]) is { } product) return RecordDraft.NumberOf(column, product);
            }
            else if (draft.Header.TryFind(keyword, out var value))
            {
                return ColumnConversion.Convert(column, keyword, value, draft);
            }
        }

        return FieldValue.Null;
    }

    private static void CheckPlausible(ColumnDefinition column, RecordDraft draft)
    {
        var value = draft[column.Ordinal];
        if (value.IsNull) return;
        if (value.Kind == FieldKind.Text)
        {
            foreach (var known in column.KnownValues)
            {
                if (string.Equals(known, value.Text, StringComparison.OrdinalIgnoreCase)) return;
            }

            draft.Report(TranslationIssue.UnknownValue(column, value.Text));
            return;
        }

        var number = value.Kind == FieldKind.Integer ? value.Integer : value.Real;
        if (number < column.Minimum || number > column.Maximum) draft.Report(TranslationIssue.OutOfRange(column, number));
    }

    private void CheckRequired(RecordDraft draft)
    {
        List<string>? missing = null;
        foreach (var column in _required)
        {
            if (draft[column.Ordinal].IsNull) (missing ??= []).Add(column.Name);
        }

        if (missing is not null) draft.Report(TranslationIssue.RequiredValueMissing(missing));
    }
}
