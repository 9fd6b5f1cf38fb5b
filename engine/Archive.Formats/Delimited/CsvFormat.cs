using System.Collections.Immutable;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Delimited;

/// <summary>
/// Comma-separated values by RFC 4180, with a header row. A null is an empty field, an empty text is <c>""</c>; a result of one
/// column writes a null as <c>""</c> too, since readers pass over an empty line.
/// </summary>
internal static class CsvFormat
{
    private static readonly RowFrame Frame = new([], ","u8, "\r\n"u8);
    private static readonly TextFamily<CsvText, BooleanWord> Fields = new(CsvText.Instance, "");
    private static readonly TextFamily<CsvText, BooleanWord> OnlyField = new(CsvText.Instance, "\"\"");

    public static ResultFormat Csv { get; } = new()
    {
        Name = "csv",
        MediaTypes = [new MediaType("text/csv", "header", "present")],
        FileExtension = ".csv",
        Description = "Comma-separated values with a header row",
        CreateWriter = output => new DelimitedWriter(output, CsvText.Instance, Frame, ChooseEncoders),
    };

    private static ImmutableArray<ColumnEncoder> ChooseEncoders(ResultDescription description) =>
        (description.Columns.Length == 1 ? OnlyField : Fields).EncodersOf(description);
}
