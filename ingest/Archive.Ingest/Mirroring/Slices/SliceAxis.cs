using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Ingest.Mirroring.Slices;

internal enum AxisKind
{
    UtDate,
    Integer,
    Real,
    Text,
}

/// <summary>A column of the remote table whose ranges cut it into slices.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">Its name as a query there spells it.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="DayLiteral">How the remote takes a day to compare with: <c>{0}</c> is the day.</param>
internal sealed record SliceAxis(string Name, string Written, AxisKind Kind, string DayLiteral = "'{0}'")
{
    private const int LongestMidpoint = 64;

    /// <summary>As what UT dates are stored: days, or instants.</summary>
    public ColumnType? DayType { get; init; }

    /// <summary>How services take a day: as text, as Oracle does, or by a cast of ADQL 2.1.</summary>
    public static IReadOnlyList<string> DayLiterals { get; } = ["'{0}'", "to_date('{0}', 'YYYY-MM-DD')", "CAST('{0}' AS TIMESTAMP)"];

    /// <summary>The search condition of a range; null for all rows.</summary>
    public string? Condition(AxisRange range)
    {
        if (range.IsNull) return $"{Written} IS NULL";
        var bounds = new[] { range.From is null ? null : $"{Written} >= {Literal(range.From)}", range.To is null ? null : $"{Written} < {Literal(range.To)}" }.OfType<string>().ToArray();
        return bounds.Length == 0 ? null : string.Join(" AND ", bounds);
    }

    /// <summary>A value between two, which is neither; null where there is none.</summary>
    public string? Midpoint(string from, string to) => Kind switch
    {
        AxisKind.UtDate => UtDay.TryParse(from, out var first) && UtDay.TryParse(to, out var last) && last.DayNumber - first.DayNumber > 1
            ? UtDay.Text(first.AddDays((last.DayNumber - first.DayNumber) / 2)) : null,
        AxisKind.Integer => long.TryParse(from, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var low) && long.TryParse(to, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var high) && (Int128)high - low > 1
            ? ((long)(((Int128)low + high) >> 1)).ToString(CultureInfo.InvariantCulture) : null,
        AxisKind.Real => double.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var left) && double.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
            && (left / 2) + (right / 2) is var middle && middle > left && middle < right
            ? middle.ToString("R", CultureInfo.InvariantCulture) : null,
        _ => TextMidpoint(from, to),
    };

    /// <summary>Something that is greater than a value, so that a range up to it holds the value.</summary>
    public string Beyond(string value) => Kind switch
    {
        AxisKind.UtDate when UtDay.TryParse(value, out var day) => UtDay.Text(day.AddDays(1)),
        AxisKind.Integer when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue => (number + 1).ToString(CultureInfo.InvariantCulture),
        AxisKind.Real when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Math.BitIncrement(number).ToString("R", CultureInfo.InvariantCulture),
        _ => value + "~",
    };

    private string Literal(string value) => Kind switch
    {
        AxisKind.UtDate => DayLiteral.Replace("{0}", value, StringComparison.Ordinal),
        AxisKind.Text => SqlText.Literal(value),
        _ => value,
    };

    /// <summary>Printable characters as digits of a number between 0 and 1. How the remote sorts text doesn't matter for the rows, since all comparisons are its own.</summary>
    private static string? TextMidpoint(string from, string to)
    {
        const char lowest = ' ', highest = '~';
        var middle = "";
        for (var (at, isBelowTo) = (0, true); at < LongestMidpoint; at++)
        {
            var low = at < from.Length ? Printable(from[at]) : lowest;
            var high = !isBelowTo ? (char)(highest + 1) : at < to.Length ? Printable(to[at]) : lowest;
            if (high - low > 1) return Between(middle + (char)((low + high) / 2));
            middle += low;
            isBelowTo &= high == low;
        }

        return null;

        static char Printable(char character) => character < lowest ? lowest : character > highest ? highest : character;

        string? Between(string found) => string.CompareOrdinal(from, found) < 0 && string.CompareOrdinal(found, to) < 0 ? found : null;
    }
}
