using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Values;

/// <summary>How many elements a cell has, out of a column's <c>arraysize</c>.</summary>
/// <param name="Fixed">Elements of every cell; null where each cell has its own number.</param>
internal readonly record struct ElementCount(int? Fixed)
{
    private const int Maximum = 1 << 20;

    /// <summary>Reads <c>*</c>, <c>n*</c>, <c>n</c>, <c>nxm</c>; no arraysize is one element.</summary>
    /// <exception cref="ResultFormatException">It is none of these.</exception>
    public static ElementCount Parse(string? arraysize)
    {
        if (arraysize is null) return new ElementCount(1);
        if (arraysize.EndsWith('*')) return new ElementCount(null);
        var count = 1;
        foreach (var dimension in arraysize.Split('x'))
        {
            if (!int.TryParse(dimension, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || (long)count * length > Maximum)
                throw new ResultFormatException($"'{arraysize}' is no arraysize.");
            count *= length;
        }

        return new ElementCount(count);
    }

    /// <summary>Numbers in a cell's list: two of each complex element.</summary>
    /// <inheritdoc cref="Parse"/>
    public static ElementCount OfList(ColumnType type) => new(Parse(type.Arraysize).Fixed * NumbersPerElement(type));

    /// <summary>Numbers that make one element.</summary>
    public static int NumbersPerElement(ColumnType type) => type.Datatype.IsComplex() ? 2 : 1;
}
