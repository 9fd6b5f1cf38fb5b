using Archive.DataSamples.Randomness;
using Archive.DataSamples.Tutorial;

namespace Archive.DataSamples.Targets;

/// <summary>
/// The targets of all programmes: anywhere that Keck can point to, some in groups, none where the tutorial's selections look. Popularity falls with the rank, as
/// Zipf's law has it: a few stars are observed by everybody. Immutable.
/// </summary>
internal sealed class TargetList
{
    private const int TargetsPerKind = 1200;
    private const double SouthernmostSine = -0.60;
    private const double NorthernmostSine = 0.985;
    private const double GroupShare = 0.3;
    private const double GroupRadiusDegrees = 0.8;
    private const ulong Stream = 0x7A_0000;

    /// <summary>How much less popular the second rank is than the first: Zipf and Mandelbrot's shift.</summary>
    private const double RankShift = 12;

    private readonly Target[][] _byKind;

    public TargetList(ulong seed) =>
        _byKind = [.. Enum.GetValues<TargetKind>().Select(kind => Make(kind, new SeededRandom(seed, Stream + (ulong)kind)))];

    /// <summary>Some different targets of a kind, popular ones rather than others, in the order of right ascension.</summary>
    public IReadOnlyList<Target> Draw(TargetKind kind, int count, SeededRandom random)
    {
        var targets = _byKind[(int)kind];
        var drawn = new HashSet<int>();
        while (drawn.Count < count) drawn.Add(DrawRank(targets.Length, random));
        return [.. drawn.Select(rank => targets[rank]).OrderBy(target => target.RaDegrees)];
    }

    /// <summary>The inverse of the distribution whose density is 1 over (rank + shift).</summary>
    private static int DrawRank(int count, SeededRandom random) =>
        Math.Min(count - 1, (int)(RankShift * (Math.Pow((count + RankShift) / RankShift, random.NextDouble()) - 1)));

    private static Target[] Make(TargetKind kind, SeededRandom random)
    {
        var (brightest, faintest) = kind switch
        {
            TargetKind.BrightStar => (2.0, 7.0),
            TargetKind.NearbyStar => (5.0, 11.0),
            TargetKind.FaintStar => (9.0, 15.5),
            TargetKind.ClusterStar => (12.5, 16.5),
            TargetKind.Quasar => (15.5, 18.8),
            _ => (11.0, 17.5),
        };
        var targets = new Target[TargetsPerKind];
        for (var i = 0; i < targets.Length; i++)
        {
            var (ra, dec) = i > 0 && random.Chance(GroupShare) ? Near(targets[random.Next(i)], random) : Anywhere(random);
            targets[i] = new Target(TargetNames.Make(kind, ra, dec, random), kind, ra, dec, Math.Round(random.Between(brightest, faintest), 2));
        }

        return targets;
    }

    private static (double Ra, double Dec) Near(Target neighbour, SeededRandom random)
    {
        var dec = Math.Min(neighbour.DecDegrees + random.Between(-GroupRadiusDegrees, GroupRadiusDegrees), 80.2);
        var ra = neighbour.RaDegrees + (random.Between(-GroupRadiusDegrees, GroupRadiusDegrees) / Math.Cos(double.DegreesToRadians(dec)));
        return (KeepOut.MoveOut(Telescope.KeckSite.Wrap(ra), dec), dec);
    }

    private static (double Ra, double Dec) Anywhere(SeededRandom random)
    {
        while (true)
        {
            var ra = random.Between(0, 360);
            var dec = double.RadiansToDegrees(Math.Asin(random.Between(SouthernmostSine, NorthernmostSine)));
            if (!KeepOut.Contains(ra, dec)) return (ra, dec);
        }
    }
}
