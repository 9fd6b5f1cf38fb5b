using System.Globalization;

namespace Archive.Formats.Reading;

/// <summary>How many elements a cell has, out of a FIELD's <c>arraysize</c> (VOTable 1.4, section 2.2).</summary>
/// <param name="IsArray">False for one element.</param>
/// <param name="Count">Elements of every cell; null where each cell has its own number.</param>
/// <param name="IsOfTexts">There is more than one dimension: characters are then an array of texts, each as long as the first says.</param>
internal readonly record struct FieldShape(bool IsArray, int? Count, bool IsOfTexts)
{
    public const long MaximumCount = 1 << 26;

    public static FieldShape Scalar { get; } = new(false, 1, false);

    /// <summary>Reads <c>n</c>, <c>*</c>, <c>n*</c> and any of these behind <c>nx</c>. One element in an array is a scalar, as the VOTable erratum 1.3-3 has it.</summary>
    /// <exception cref="TableReadException">It is none of these.</exception>
    public static FieldShape Parse(string? arraysize, string column)
    {
        if (arraysize is null or "1") return Scalar;
        var dimensions = arraysize.Split('x');
        var count = 1L;
        foreach (var dimension in dimensions.AsSpan(0, dimensions.Length - 1)) count = Times(count, dimension);
        var last = dimensions[^1];
        if (last == "*") return new(true, null, dimensions.Length > 1);
        count = Times(count, last.EndsWith('*') ? last[..^1] : last);
        return new(true, last.EndsWith('*') ? null : (int)count, dimensions.Length > 1);

        long Times(long product, string dimension) =>
            int.TryParse(dimension, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && product * length is <= MaximumCount and var whole
                ? whole : throw new TableReadException($"Column '{column}': arraysize '{arraysize}' can't be read. It takes a number, *, or a number and *, each with numbers and x before it, and no more than {MaximumCount} elements.");
    }
}
