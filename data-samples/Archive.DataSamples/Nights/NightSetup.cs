using Archive.DataSamples.Programmes;
using Archive.DataSamples.Randomness;

namespace Archive.DataSamples.Nights;

/// <summary>How HIRES is set up for a night, from the cross-disperser to the readout. Wavelengths in Angstrom, angles in degrees.</summary>
internal sealed record NightSetup
{
    public required string CrossDisperser { get; init; }

    public required double EchelleDegrees { get; init; }

    public required double CrossDisperserDegrees { get; init; }

    public required string Filter1 { get; init; }

    public required int ColumnBinning { get; init; }

    public required int RowBinning { get; init; }

    public required string Gain { get; init; }

    public required double BluestAngstrom { get; init; }

    public required double CentralAngstrom { get; init; }

    public required double ReddestAngstrom { get; init; }

    public required string ObservingAssistant { get; init; }

    public bool IsRed => CrossDisperser == "RED";

    private static readonly string[] RedFilters = ["kv370", "kv418", "gg475", "og530", "wg360"];
    private static readonly string[] BlueFilters = ["clear", "kv370", "kv380", "bg24a"];
    private static readonly (int Columns, int Rows)[] Binnings = [(3, 1), (2, 1), (1, 1), (2, 2), (1, 2)];
    private static readonly string[] Assistants = ["synthetic Anu", "synthetic Hoku", "synthetic Lani", "synthetic Makoa", "synthetic Nalu"];

    public static NightSetup Make(ScienceCase science, bool isMosaic, SeededRandom random)
    {
        var central = Math.Round(science.CentralAngstrom + random.Between(-250, 250), 1);
        var (columns, rows) = isMosaic ? random.Pick(Binnings) : (1, random.Chance(0.5) ? 2 : 1);
        var red = science.CrossDisperser == "RED";
        // The single chip saw a quarter of the wavelengths that the mosaic sees.
        var reach = (red ? 0.25 : 0.2) * (isMosaic ? 1 : 0.45);
        return new NightSetup
        {
            CrossDisperser = science.CrossDisperser,
            EchelleDegrees = Math.Round(random.Between(-0.35, 0.25), 5),
            CrossDisperserDegrees = Math.Round(((central - 5500) / 2400) + random.Between(-0.08, 0.08), 5),
            Filter1 = random.Pick(red ? RedFilters : BlueFilters),
            ColumnBinning = columns,
            RowBinning = rows,
            Gain = random.Chance(0.7) ? "low" : "high",
            BluestAngstrom = Math.Round(central * (1 - reach), 1),
            CentralAngstrom = central,
            ReddestAngstrom = Math.Round(central * (1 + reach), 1),
            ObservingAssistant = random.Pick(Assistants),
        };
    }
}
