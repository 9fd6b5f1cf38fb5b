using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Votable;

/// <summary>How many elements a cell has, out of a FIELD's <c>arraysize</c>.</summary>
/// <param name="Count">Elements of every cell; null where each cell has its own number.</param>
internal readonly record struct FieldArraysize(int? Count)
{
    /// <summary>
    /// The <c>arraysize</c> as a document declares it. A bound (<c>32*</c>) changes nothing in how BINARY and BINARY2 hold the text,
    /// and astropy takes it there for a fixed size, so those two declare <c>*</c>.
    /// </summary>
    public static string? Of(ColumnType type, Serialization serialization) =>
        serialization != Serialization.Tabledata && type.Arraysize is { } size && size.EndsWith('*') && !size.Contains('x', StringComparison.Ordinal) ? "*" : type.Arraysize;

    /// <summary>Reads <c>*</c>, <c>n*</c>, <c>n</c>, <c>nxm</c>; no arraysize is one element.</summary>
    /// <exception cref="ResultFormatException">It is none of these.</exception>
    public static FieldArraysize Parse(string? arraysize)
    {
        if (arraysize is null) return new FieldArraysize(1);
        if (arraysize.EndsWith('*')) return new FieldArraysize(null);
        var count = 1;
        foreach (var dimension in arraysize.Split('x'))
        {
            if (!int.TryParse(dimension, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || (long)count * length > MaximumCount)
                throw new ResultFormatException($"'{arraysize}' is no arraysize.");
            count *= length;
        }

        return new FieldArraysize(count);
    }

    private const int MaximumCount = 1 << 20;
}
