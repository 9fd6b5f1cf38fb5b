using System.Globalization;
using Archive.DataSamples.Nights;

namespace Archive.DataSamples.Headers;

/// <summary>The values of a header that follow from the setup of the night.</summary>
internal static class NightCards
{
    public static void Supply(Night night, ICardSink cards)
    {
        var setup = night.Setup;
        cards.Text("XDISPERS", setup.CrossDisperser);
        cards.Real("ECHANGL", setup.EchelleDegrees, 5);
        cards.Real("XDANGL", setup.CrossDisperserDegrees, 5);
        cards.Text("FIL1NAME", setup.Filter1);
        cards.Text("FIL2NAME", "clear");
        cards.Logical("COLLRED", setup.IsRed);
        cards.Logical("COLLBLUE", !setup.IsRed);
        cards.Text("BINNING", string.Create(CultureInfo.InvariantCulture, $"{setup.ColumnBinning},{setup.RowBinning}"));
        if (night.IsMosaic) cards.Text("CCDSUM", string.Create(CultureInfo.InvariantCulture, $"{setup.ColumnBinning} {setup.RowBinning}"));
        cards.Text("CCDGAIN", setup.Gain);
        cards.Text("OUTDIR", string.Create(CultureInfo.InvariantCulture, $"/s/sdata125/hires1/{night.UtDate:yyyy}{night.UtDate:MMMdd}").ToLowerInvariant());
        cards.Text("DQA_DATE", string.Create(CultureInfo.InvariantCulture, $"{night.UtDate.AddDays(1):yyyy-MM-dd}T08:00:00"));
        cards.Text("OA", setup.ObservingAssistant);
        cards.Real("SPATSCAL", 0.12 * setup.RowBinning, 3);
        cards.Real("DISPSCAL", 0.179 * setup.ColumnBinning, 3);
        cards.Real("WAVEBLUE", setup.BluestAngstrom, 1);
        cards.Real("WAVECNTR", setup.CentralAngstrom, 1);
        cards.Real("WAVERED", setup.ReddestAngstrom, 1);
    }
}
