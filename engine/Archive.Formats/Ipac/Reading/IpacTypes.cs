using Archive.Catalogue.Tables;

namespace Archive.Formats.Ipac.Reading;

/// <summary>The words of a header's second line. Each may be cut short: the first of this list that begins so is meant.</summary>
internal static class IpacTypes
{
    private static readonly (string Word, ColumnType Type)[] Words =
    [
        ("integer", ColumnType.Int), ("long", ColumnType.Long), ("double", ColumnType.Double), ("float", ColumnType.Float), ("real", ColumnType.Float),
        ("char", ColumnType.Text), ("date", ColumnType.Timestamp),
    ];

    /// <summary>The type of a column; text where the header doesn't say. Null for a word that is none of the list.</summary>
    public static ColumnType? Of(string word) =>
        word.Length == 0 ? ColumnType.Text : Words.FirstOrDefault(known => known.Word.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Type;
}
