using Archive.Formats.Values;
using CsvHelper;

namespace Archive.Formats.Delimited;

/// <summary>
/// Comma-separated values by RFC 4180, with a header row. A null is an empty field, an empty text is <c>""</c>; a result of one
/// column has <c>""</c> for a null too, since readers pass over an empty line.
/// </summary>
internal static class CsvFormat
{
    private static readonly TextFamily<CsvText, BooleanWord> Fields = new(CsvText.Instance, "");

    public static ResultFormat Csv { get; } = new()
    {
        Name = "csv",
        MediaTypes = [new MediaType("text/csv", ("header", "present"))],
        FileExtension = ".csv",
        Description = "Comma-separated values with a header row",
        CreateWriter = output => new DelimitedWriter(output, CsvWriterOptions.Default, CsvText.Instance, Fields.EncodersOf),
    };
}
