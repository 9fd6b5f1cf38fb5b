using System.Globalization;

namespace Archive.Sky.Tests;

/// <summary>Reads the tables in Cases: fields parted by tabs, lines with # are notes on how the table was made.</summary>
internal static class CaseTable
{
    /// <summary>The rows of a table; fails where there are none.</summary>
    public static IReadOnlyList<string[]> Rows(string fileName)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", fileName));
        string[][] rows = [.. lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
        Assert.NotEmpty(rows);
        return rows;
    }

    public static TheoryData<double, double, double, double, double> FiveNumbers(string fileName)
    {
        var data = new TheoryData<double, double, double, double, double>();
        foreach (string[] row in Rows(fileName))
        {
            data.Add(Number(row[0]), Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]));
        }

        return data;
    }

    public static TheoryData<double, double, double, double, double, double> SixNumbers(string fileName)
    {
        var data = new TheoryData<double, double, double, double, double, double>();
        foreach (string[] row in Rows(fileName))
        {
            data.Add(
                Number(row[0]), Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]));
        }

        return data;
    }

    /// <summary>Numbers parted by blanks.</summary>
    public static double[] Numbers(string field) =>
        [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    /// <summary>A number; NaN where the field is empty.</summary>
    public static double Number(string field) =>
        field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture);
}
