using Archive.Sky.Shapes;

namespace Archive.DataSamples.Tutorial;

/// <summary>Where nothing else may be observed lest it get into one of the tutorial's selections: their regions, and a margin for the rounding of positions in headers.</summary>
internal static class KeepOut
{
    private static readonly SkyShape[] Regions =
    [
        new BoxShape(262, 17, 2.2, 120.4),
        new CircleShape(210.6, 54.35, 1.6),
    ];

    public static bool Contains(double raDegrees, double decDegrees)
    {
        // Most positions are far away in right ascension already.
        if (raDegrees is < 200 or > 280) return false;
        foreach (var region in Regions)
        {
            if (region.Contains(raDegrees, decDegrees)) return true;
        }

        return false;
    }

    /// <summary>The right ascension itself, or the nearest to the east, in steps of half a degree, that is outside.</summary>
    public static double MoveOut(double raDegrees, double decDegrees)
    {
        while (Contains(raDegrees, decDegrees)) raDegrees += 0.5;
        return raDegrees;
    }
}
