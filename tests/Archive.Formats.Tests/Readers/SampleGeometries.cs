using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Tests.Readers;

/// <summary>A result of points, circles and polygons of many lengths, nulls among them.</summary>
internal static class SampleGeometries
{
    private const int RowCount = 3000;

    private static string Sql => $"""
        SELECT i::INTEGER AS id,
            CASE WHEN i % 7 = 0 THEN NULL ELSE [i / 10.0::DOUBLE, 90 - i / 50.0::DOUBLE] END AS p,
            CASE WHEN i % 5 = 0 THEN NULL ELSE [i / 10.0::DOUBLE, sin(i::DOUBLE) * 90, i / 3.0::DOUBLE] END AS c,
            CASE WHEN i % 3 = 0 THEN NULL ELSE list_transform(range(0, 6 + 2 * (i % 4)), j -> i / 10.0::DOUBLE + j / 3.0::DOUBLE) END AS r
        FROM range({RowCount}) t(i)
        """;

    private static ImmutableArray<Column> Columns { get; } =
    [
        new() { Name = "id", Type = ColumnType.Int },
        new() { Name = "p", Type = ColumnType.Point, Unit = "deg", Ucd = "pos.eq" },
        new() { Name = "c", Type = ColumnType.Circle, Unit = "deg" },
        new() { Name = "r", Type = ColumnType.Polygon, Unit = "deg" },
    ];

    /// <summary>Writes the result into a file of the folder; returns its path.</summary>
    public static string Write(string format, TemporaryFolder folder)
    {
        var path = folder["geometries" + ResultFormats.Find(format)!.Format.FileExtension];
        File.WriteAllBytes(path, Rendering.Render(format, Sql, Columns));
        return path;
    }

    /// <summary>The rows as they were made: nine decimals, parted by blanks, a null empty.</summary>
    public static ImmutableArray<string> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<string>(RowCount);
        for (var i = 0; i < RowCount; i++)
        {
            double[] point = i % 7 == 0 ? [] : [i / 10.0, 90 - (i / 50.0)];
            double[] circle = i % 5 == 0 ? [] : [i / 10.0, Math.Sin(i) * 90, i / 3.0];
            double[] polygon = i % 3 == 0 ? [] : [.. Enumerable.Range(0, 6 + (2 * (i % 4))).Select(j => (i / 10.0) + (j / 3.0))];
            rows.Add($"{i.ToString(CultureInfo.InvariantCulture)}|{Show(point)}|{Show(circle)}|{Show(polygon)}");
        }

        return rows.MoveToImmutable();
    }

    private static string Show(double[] numbers) => string.Join(' ', numbers.Select(number => number.ToString("F9", CultureInfo.InvariantCulture)));
}
