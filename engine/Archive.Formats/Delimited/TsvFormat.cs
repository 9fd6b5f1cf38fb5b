using Archive.Formats.Values;
using CsvHelper;

namespace Archive.Formats.Delimited;

/// <summary>
/// Tab-separated values (text/tab-separated-values), with a header row. The format has no quoting: a tab or a line break within a text
/// becomes a blank, and a null is an empty field, as is an empty text.
/// </summary>
internal static class TsvFormat
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Mode = CsvMode.NoEscape, Separator = '\t', NewLine = "\n" };
    private static readonly TextFamily<TsvText, BooleanWord> Fields = new(TsvText.Instance, "");

    public static ResultFormat Tsv { get; } = new()
    {
        Name = "tsv",
        MediaTypes = [new MediaType("text/tab-separated-values")],
        FileExtension = ".tsv",
        Description = "Tab-separated values with a header row",
        CreateWriter = output => new DelimitedWriter(output, Options, TsvText.Instance, Fields.EncodersOf),
    };
}
