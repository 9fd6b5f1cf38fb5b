using Archive.Catalogue.Tables;

namespace Archive.Formats.Votable;

/// <summary>The <c>arraysize</c> as a document declares it.</summary>
internal static class FieldArraysize
{
    /// <summary>
    /// A bound (<c>32*</c>) changes nothing in how BINARY and BINARY2 hold the text, and astropy takes it there for a fixed size, so those two
    /// declare <c>*</c>.
    /// </summary>
    public static string? Of(ColumnType type, Serialization serialization) =>
        serialization is Serialization.Binary or Serialization.Binary2 && type.Arraysize is { } size && size.EndsWith('*') && !size.Contains('x', StringComparison.Ordinal) ? "*" : type.Arraysize;
}
