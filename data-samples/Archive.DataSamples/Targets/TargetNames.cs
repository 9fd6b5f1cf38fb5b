using System.Globalization;
using Archive.DataSamples.Randomness;

namespace Archive.DataSamples.Targets;

/// <summary>Makes names in the forms that observers type.</summary>
internal static class TargetNames
{
    private static readonly string[] Clusters = ["M3", "M5", "M10", "M13", "M15", "M71", "M92", "NGC2419", "NGC7492"];

    public static string Make(TargetKind kind, double raDegrees, double decDegrees, SeededRandom random) => kind switch
    {
        TargetKind.BrightStar => random.Chance(0.6) ? Numbered("HD", 225_000, random) : Numbered("HR", 9_100, random),
        TargetKind.NearbyStar => random.Next(4) switch
        {
            0 => Numbered("GL", 900, random),
            1 => Numbered("HIP", 118_000, random),
            _ => Numbered("HD", 225_000, random),
        },
        TargetKind.FaintStar => random.Next(4) switch
        {
            0 => "BD" + Coordinates(raDegrees, decDegrees, "", random),
            1 => Numbered("KIC0", 9_999_999, random),
            2 => "HE" + Coordinates(raDegrees, decDegrees, "", random),
            _ => Numbered("G", 275, random) + Numbered("-", 60, random),
        },
        TargetKind.ClusterStar => random.Pick(Clusters) + Numbered("-", 999, random),
        TargetKind.Quasar => random.Chance(0.5) ? "Q" + Coordinates(raDegrees, decDegrees, "", random) : "SDSSJ" + Coordinates(raDegrees, decDegrees, ".", random),
        _ => string.Create(CultureInfo.InvariantCulture, $"SN{1993 + random.Next(30)}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}"),
    };

    private static string Numbered(string catalogue, int most, SeededRandom random) =>
        string.Create(CultureInfo.InvariantCulture, $"{catalogue}{1 + random.Next(most)}");

    /// <summary>Hours, minutes, degrees and minutes: 1225+3145, with a fraction of the minute where a separator is given.</summary>
    private static string Coordinates(double raDegrees, double decDegrees, string separator, SeededRandom random)
    {
        var raMinutes = (int)(raDegrees * 4);
        var decMinutes = (int)(Math.Abs(decDegrees) * 60);
        var fraction = separator.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{separator}{random.Next(100):00}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{raMinutes / 60:00}{raMinutes % 60:00}{fraction}{(decDegrees < 0 ? '-' : '+')}{decMinutes / 60:00}{decMinutes % 60:00}");
    }
}
