using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Translation;

/// <summary>A row while it is being made: the header, the values so far and what was odd about them.</summary>
public sealed class RecordDraft
{
    private List<TranslationIssue>? _issues;

    internal RecordDraft(InstrumentDefinition definition, FitsHeader header, string? file)
    {
        File = file;
        Definition = definition;
        Header = header;
        Values = new FieldValue[definition.Columns.Length];
    }

    public InstrumentDefinition Definition { get; }

    public FitsHeader Header { get; }

    /// <summary>The file, as a path below the folder that is ingested; null where it isn't known.</summary>
    public string? File { get; }

    internal FieldValue[] Values { get; }

    internal IReadOnlyList<TranslationIssue> Issues => _issues ?? (IReadOnlyList<TranslationIssue>)[];

    /// <summary>The value of the column at a place counted from 0; null until it is set.</summary>
    public FieldValue this[int ordinal]
    {
        get => Values[ordinal];
        set => Values[ordinal] = value;
    }

    public void Report(TranslationIssue issue) => (_issues ??= []).Add(issue);

    /// <summary>Sets a text column, cut to its width if need be; null leaves the column without value.</summary>
    public void SetText(int ordinal, string? text) =>
        Values[ordinal] = text is null ? FieldValue.Null : TextOf(Definition.Columns[ordinal], "", text);

    /// <summary>Sets a column of numbers; null, NaN and infinity leave the column without value.</summary>
    public void SetReal(int ordinal, double? number) => Values[ordinal] = number is { } value ? NumberOf(Definition.Columns[ordinal], value) : FieldValue.Null;

    /// <summary>The number as the column can hold it: a whole one where it holds integers; null where it can't.</summary>
    internal static FieldValue NumberOf(ColumnDefinition column, double number) => column.Kind switch
    {
        ColumnKind.Real when double.IsFinite(number) => FieldValue.OfReal(number),
        ColumnKind.Integer when Math.Abs(number) <= int.MaxValue && number == Math.Round(number) => FieldValue.OfInteger((long)number),
        ColumnKind.Long when Math.Abs(number) < 1L << 53 && number == Math.Round(number) => FieldValue.OfInteger((long)number),
        _ => FieldValue.Null,
    };

    /// <summary>The text as the column can hold it.</summary>
    internal FieldValue TextOf(ColumnDefinition column, string keyword, string text)
    {
        if (text.Length <= column.Width) return FieldValue.OfText(text);
        Report(TranslationIssue.TextCut(column, keyword, text.Length));
        return FieldValue.OfText(text[..column.Width]);
    }
}
