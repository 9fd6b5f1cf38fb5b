using Archive.Catalogue.Tables;

namespace Archive.Ingest.Importing;

/// <summary>Which columns may be a row's key, its UT date and its position, by UCD and by name, the most telling first. Whether the values can be that is for others to look at.</summary>
internal static class ColumnRoles
{
    /// <param name="columns">The columns of a table.</param>
    /// <param name="describe">What is known of one.</param>
    public static IEnumerable<T> Keys<T>(IReadOnlyList<T> columns, Func<T, Column> describe) =>
        ByUcd(columns, describe, ColumnNames.KeyUcds).Concat(ByName(columns, describe, ColumnNames.Keys)).Distinct();

    /// <summary>Days and instants, and texts that may hold them.</summary>
    public static IEnumerable<T> UtDates<T>(IReadOnlyList<T> columns, Func<T, Column> describe) =>
        ByName(columns, describe, ColumnNames.UtDates).Concat(ByUcd(columns, describe, ColumnNames.UtDateUcds)).Distinct()
            .Where(column => describe(column).Type is { IsDate: true } or { IsTimestamp: true } or { IsText: true });

    /// <summary>Pairs of numbers whose unit, if they tell one, is a degree.</summary>
    public static IEnumerable<(T RightAscension, T Declination)> Positions<T>(IReadOnlyList<T> columns, Func<T, Column> describe) =>
        from pair in ColumnNames.PositionUcds.Select(ucds => (First(ByUcd(columns, describe, [ucds.RightAscension])), First(ByUcd(columns, describe, [ucds.Declination]))))
            .Concat(ColumnNames.Positions.Select(names => (First(ByName(columns, describe, [names.RightAscension])), First(ByName(columns, describe, [names.Declination])))))
        where pair is ({ Length: 1 }, { Length: 1 }) && IsAngle(describe(pair.Item1[0])) && IsAngle(describe(pair.Item2[0]))
        select (pair.Item1[0], pair.Item2[0]);

    private static IEnumerable<T> ByUcd<T>(IReadOnlyList<T> columns, Func<T, Column> describe, IEnumerable<string> ucds) =>
        ucds.SelectMany(ucd => columns.Where(column => ucd.Equals(describe(column).Ucd, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<T> ByName<T>(IReadOnlyList<T> columns, Func<T, Column> describe, IEnumerable<string> names) =>
        names.SelectMany(name => columns.Where(column => name.Equals(describe(column).Name, StringComparison.OrdinalIgnoreCase)));

    private static T[] First<T>(IEnumerable<T> found) => [.. found.Take(1)];

    private static bool IsAngle(Column column) => column.Type.IsNumeric && column.Unit is (null or "deg" or "degree" or "degrees");
}
