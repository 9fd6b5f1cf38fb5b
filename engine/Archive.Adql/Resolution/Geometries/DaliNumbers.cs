using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Geometries;

/// <summary>Geometries as DALI 1.1, section 3.3 writes them: numbers in degrees, parted by blanks.</summary>
internal static class DaliNumbers
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <summary>Reads a text as a value of a geometry type; false if it has other words or another number of them.</summary>
    public static bool TryRead(string text, ColumnType type, out double[] numbers)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        numbers = new double[words.Length];
        if (type.BoundOfArraysize is { } count ? words.Length != count : words.Length < 6 || words.Length % 2 != 0) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }

        return true;
    }
}
