using System.Collections.Frozen;
using System.Globalization;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;

namespace Archive.Ingest.Translation.Hires;

/// <summary>The slit that a HIRES spectrum was taken through, and the resolution that it gives: KOA's values, null where the header doesn't tell.</summary>
/// <param name="LengthArcsec">Length on the sky.</param>
/// <param name="WidthArcsec">Width on the sky.</param>
/// <param name="ResolvingPower">Nominal λ/Δλ, rounded down to hundreds.</param>
internal readonly record struct HiresSlit(double? LengthArcsec, double? WidthArcsec, double? ResolvingPower)
{
    /// <summary>Millimetres per arcsecond in the slit plane, at f/15.</summary>
    private const double PlateScaleMillimetresPerArcsec = 0.7235;

    /// <summary>Where the resolution is stated: the blaze of order 71, in Angstrom, with what an unbinned mosaic pixel covers there.</summary>
    private const double BlazeAngstrom = 5019.5, AngstromPerPixel = 0.0219, ArcsecPerPixel = 0.1794;

    private static readonly FrozenDictionary<string, (double LengthArcsec, double? WidthArcsec)> Deckers = ReadDeckers();

    public static HiresSlit Of(FitsHeader header)
    {
        if (header.FindText("DECKNAME") is not { } decker || !Deckers.TryGetValue(decker, out var slot)) return default;
        var width = slot.WidthArcsec ?? (header.FindNumber("SLITWID") is { } opening and > 0 ? Math.Round(opening / PlateScaleMillimetresPerArcsec, 3) : null);
        double? power = width > 0 ? BlazeAngstrom / (width.Value / ArcsecPerPixel * AngstromPerPixel) : null;
        return new HiresSlit(slot.LengthArcsec, width, power is { } value ? value - (value % 100) : null);
    }

    private static FrozenDictionary<string, (double LengthArcsec, double? WidthArcsec)> ReadDeckers()
    {
        using var reader = InstrumentFile.OpenEmbedded("hires_deckers.tsv");
        var deckers = new Dictionary<string, (double, double?)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            deckers.Add(fields[0], (Number(fields[1]), fields[2].Length == 0 ? null : Number(fields[2])));
        }

        return deckers.ToFrozenDictionary();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
