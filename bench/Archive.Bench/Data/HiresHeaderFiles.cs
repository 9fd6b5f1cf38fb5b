using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Bench.Data;

/// <summary>
/// FITS files that are a header and nothing else, of the size that HIRES writes: a card for every keyword that the instrument's definition
/// reads a column from, each with a plausible value. A hundred files make a night. None is of a real observation.
/// </summary>
internal static class HiresHeaderFiles
{
    private const int FilesInNight = 100;
    private const int SecondsBetween = 600;
    private static readonly DateOnly FirstNight = new(2004, 8, 24);
    private static readonly InstrumentDefinition Definition = InstrumentRegistry.All.Single(known => known.Definition.Name == "HIRES").Definition;

    /// <summary>Writes the files into a folder that is there.</summary>
    /// <returns>Their paths, in the order of time.</returns>
    public static string[] Write(string folder, int count)
    {
        var paths = new string[count];
        for (var i = 0; i < count; i++)
        {
            paths[i] = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"hires{i:D6}.fits"));
            File.WriteAllBytes(paths[i], Make(i).ToBlocks());
        }

        return paths;
    }

    private static FitsHeaderWriter Make(int number)
    {
        var night = FirstNight.AddDays(number / FilesInNight);
        var second = number % FilesInNight * SecondsBetween % 86_400;
        var header = new FitsHeaderWriter().Logical("SIMPLE", true, "conforms to FITS").Integer("BITPIX", 16).Integer("NAXIS", 0)
            .Text("INSTRUME", "HIRES: High Resolution Echelle Spectrometer").Text("DATE-OBS", night.ToString("O", CultureInfo.InvariantCulture))
            .Text("UTC", TimeOnly.MinValue.Add(TimeSpan.FromSeconds(second)).ToString("HH:mm:ss.ff", CultureInfo.InvariantCulture))
            .Text("RA", string.Create(CultureInfo.InvariantCulture, $"{number * 7 % 24:D2}:{number * 11 % 60:D2}:{number * 13 % 60:D2}.00"))
            .Text("DEC", string.Create(CultureInfo.InvariantCulture, $"+{number * 17 % 60:D2}:{number * 19 % 60:D2}:{number * 23 % 60:D2}.0"))
            .Real("EQUINOX", 2000).Integer("FRAMENO", number);
        HashSet<string> written = ["SIMPLE", "BITPIX", "NAXIS", "INSTRUME", "DATE-OBS", "UTC", "RA", "DEC", "EQUINOX", "FRAMENO", "DATE"];
        foreach (var column in Definition.Columns)
        {
            // NAXISn would promise data that isn't there.
            foreach (var keyword in column.Keywords.Where(keyword => !keyword.StartsWith("NAXIS", StringComparison.Ordinal)))
            {
                if (written.Add(keyword)) Add(header, keyword, column, number);
            }
        }

        return header;
    }

    private static void Add(FitsHeaderWriter header, string keyword, ColumnDefinition column, int number)
    {
        var comment = column.Description[..Math.Min(40, column.Description.Length)];
        switch (column.Kind)
        {
            case ColumnKind.Text when column.KnownValues is ["T", ..]: header.Logical(keyword, number % 2 == 0, comment); break;
            case ColumnKind.Text: header.Text(keyword, TextOf(column, number), comment); break;
            case ColumnKind.Integer: header.Integer(keyword, (long)NumberOf(column, number), comment); break;
            case ColumnKind.Real: header.Real(keyword, NumberOf(column, number), comment); break;
            default: header.Undefined(keyword, comment); break;
        }
    }

    private static string TextOf(ColumnDefinition column, int number)
    {
        if (!column.KnownValues.IsEmpty) return column.KnownValues[number % column.KnownValues.Length];
        var text = string.Create(CultureInfo.InvariantCulture, $"{column.Name} {number}");
        return text[..Math.Min(column.Width, text.Length)];
    }

    /// <summary>A number inside the column's plausible range, another one for each file.</summary>
    private static double NumberOf(ColumnDefinition column, int number)
    {
        var minimum = column.Minimum ?? Math.Min(0, (column.Maximum ?? 0) - 1000);
        var maximum = column.Maximum ?? minimum + 1000;
        return Math.Round(minimum + ((maximum - minimum) * (((number * 37) + column.Ordinal) % 1000) / 1000), 3);
    }
}
