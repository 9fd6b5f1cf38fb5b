using Archive.DataSamples.Targets;

namespace Archive.DataSamples.Programmes;

/// <summary>A kind of science that HIRES is used for, and how it sets up the instrument.</summary>
/// <param name="Subject">What the title of a programme says after the word "Synthetic".</param>
/// <param name="Targets">What it observes.</param>
/// <param name="CrossDisperser">RED or UV.</param>
/// <param name="CentralAngstrom">Where the middle of the detector lies.</param>
/// <param name="Decker">The slit.</param>
/// <param name="UsesIodine">Whether the iodine cell stands in the beam.</param>
/// <param name="LongestSeconds">The longest exposure.</param>
internal sealed record ScienceCase(
    string Subject, TargetKind Targets, string CrossDisperser, double CentralAngstrom, string Decker, bool UsesIodine, int LongestSeconds)
{
    public static IReadOnlyList<ScienceCase> All { get; } =
    [
        new("radial velocities of nearby dwarfs", TargetKind.NearbyStar, "RED", 5500, "B5", true, 600),
        new("planets around evolved stars", TargetKind.BrightStar, "RED", 5500, "B5", true, 400),
        new("follow-up of transiting planets", TargetKind.FaintStar, "RED", 5600, "C2", true, 2700),
        new("stellar activity in the calcium lines", TargetKind.NearbyStar, "UV", 3960, "B2", false, 900),
        new("abundances of metal-poor stars", TargetKind.FaintStar, "UV", 4200, "C5", false, 1800),
        new("light elements in halo stars", TargetKind.FaintStar, "UV", 3600, "B5", false, 2400),
        new("giants in globular clusters", TargetKind.ClusterStar, "RED", 6200, "C5", false, 2700),
        new("damped Lyman-alpha systems", TargetKind.Quasar, "RED", 5800, "C5", false, 3600),
        new("deuterium towards quasars", TargetKind.Quasar, "UV", 4000, "C1", false, 3600),
        new("the intergalactic medium at high redshift", TargetKind.Quasar, "RED", 7100, "C5", false, 3600),
        new("young stars and their winds", TargetKind.FaintStar, "RED", 6600, "C1", false, 1200),
        new("interstellar lines towards bright stars", TargetKind.BrightStar, "UV", 4000, "E1", false, 300),
        new("brown dwarfs and their masses", TargetKind.FaintStar, "RED", 7400, "D1", false, 2700),
        new("supernovae and their surroundings", TargetKind.Transient, "RED", 6100, "C2", false, 1800),
    ];
}
