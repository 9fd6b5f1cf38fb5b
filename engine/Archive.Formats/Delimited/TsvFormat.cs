using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Delimited;

/// <summary>Tab-separated values (text/tab-separated-values), with a header row. A null is an empty field, and so is an empty text.</summary>
internal static class TsvFormat
{
    private static readonly RowFrame Frame = new([], "\t"u8, "\n"u8);
    private static readonly TextFamily<TsvText, BooleanWord> Fields = new(TsvText.Instance, "");

    public static ResultFormat Tsv { get; } = new()
    {
        Name = "tsv",
        MediaTypes = [new MediaType("text/tab-separated-values")],
        FileExtension = ".tsv",
        Description = "Tab-separated values with a header row",
        CreateWriter = output => new DelimitedWriter(output, TsvText.Instance, Frame, Fields.EncodersOf),
    };
}
