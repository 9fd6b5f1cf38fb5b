using System.Globalization;
using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;
using Archive.DataSamples.Randomness;
using Archive.DataSamples.Targets;
using Archive.DataSamples.Telescope;

namespace Archive.DataSamples.Tutorial;

/// <summary>
/// The frames inside the tutorial's cone, box and polygon, but for the one of the cone that NightOf20040824 makes. Those that the tutorial prints
/// have the printed identifier and declination; the right ascension isn't printed and is chosen here.
/// </summary>
internal static class RegionFrames
{
    private const int StepSeconds = 640;
    private const int BoxNightsPerYear = 2;
    private const int FirstBoxYear = 1997;
    private const int LastBoxYear = 2018;
    private const int BoxTargets = 26;
    private const double ConeDecDegrees = 17;
    private const ulong Stream = 0xB0C5;

    private static readonly Target FirstConeTarget = new("J172744+164924", TargetKind.FaintStar, 261.9342, 16.8231, 13.2);
    private static readonly Target InPolygon = new("J140312+542054", TargetKind.Transient, 210.8023, 54.3529, 14.1);

    /// <summary>Nights between the last that the tutorial prints of the first ten rows and the first of the last ten.</summary>
    private static readonly (DateOnly UtDate, int Count, int Second)[] OtherConeNights =
    [
        (new(2000, 6, 12), 4, 33_140), (new(2001, 7, 3), 5, 28_310), (new(2002, 5, 19), 3, 40_220), (new(2003, 6, 21), 6, 31_050), (new(2004, 7, 2), 4, 27_960),
    ];

    private static readonly (DateOnly UtDate, int Count, int Second)[] OtherPolygonNights =
        [(new(2007, 5, 11), 3, 24_410), (new(2009, 4, 22), 3, 29_870), (new(2010, 5, 30), 2, 22_690)];

    /// <summary>What most rows of the cone show.</summary>
    public static Target SecondConeTarget { get; } = new("J172938+173035", TargetKind.FaintStar, 262.4093, 17.50994, 12.6);

    public static IEnumerable<Frame> Make(ProgrammeList programmes, ulong seed)
    {
        var random = new SeededRandom(seed, Stream);
        List<Pointing> pointings = [.. PublishedPointings()];
        pointings.AddRange(Others(OtherConeNights, SecondConeTarget));
        pointings.AddRange(Others(OtherPolygonNights, InPolygon));

        // So far all but those of the polygon are in the box; one more is the night of 2004-08-24's.
        var missing = TutorialSets.Box.RowCount - 1 - (pointings.Count - TutorialSets.Polygon.RowCount);
        pointings.AddRange(OthersOfBox(missing, [.. pointings.Select(pointing => pointing.UtDate)], random));
        return pointings.GroupBy(pointing => pointing.UtDate).SelectMany(night => Observe(night.Key, night, programmes, seed));
    }

    /// <summary>The target's position to the last digit.</summary>
    public static FramePosition Exactly(Target target) => new(target.RaDegrees, target.DecDegrees) { IsExact = true };

    private static IEnumerable<Frame> Observe(DateOnly utDate, IEnumerable<Pointing> pointings, ProgrammeList programmes, ulong seed)
    {
        var night = Night.Make(utDate, programmes, seed);
        var maker = new FrameMaker(night, night.Random(Stream));
        var frames = pointings.OrderBy(pointing => pointing.Second).Select(pointing =>
            maker.Expose(pointing.Target, night.FirstHalf, pointing.Second, Math.Min(500, night.FirstHalf.Science.LongestSeconds)) with
            {
                Position = Exactly(pointing.Target),
            });
        return FrameOrder.Fit([.. frames]);
    }

    private static IEnumerable<Pointing> PublishedPointings() =>
        from row in PublishedRows.All
        where row.Number("dec") is not null && !row.Sets.Contains(TutorialSets.Date.Name)
        let dec = row.Number("dec")!.Value
        let target = row.Sets.Contains(TutorialSets.Polygon.Name) ? InPolygon
            : !row.Sets.Contains(TutorialSets.Cone.Name) ? InBox(262 + (dec / 500), dec)
            : dec < 17 ? FirstConeTarget : SecondConeTarget
        select new Pointing(row.UtDate, row.SecondOfDay, target with { DecDegrees = dec });

    private static IEnumerable<Pointing> Others((DateOnly UtDate, int Count, int Second)[] nights, Target target) =>
        from night in nights
        from i in Enumerable.Range(0, night.Count)
        select new Pointing(night.UtDate, night.Second + (i * StepSeconds), target);

    /// <summary>Frames of targets anywhere in the box but near the cone, two nights each summer.</summary>
    private static IEnumerable<Pointing> OthersOfBox(int count, HashSet<DateOnly> taken, SeededRandom random)
    {
        var targets = Enumerable.Range(0, BoxTargets).Select(_ => RandomInBox(random)).ToArray();
        var nights = (LastBoxYear - FirstBoxYear + 1) * BoxNightsPerYear;
        for (var night = 0; night < nights; night++)
        {
            DateOnly utDate;
            do
            {
                utDate = new DateOnly(FirstBoxYear + (night / BoxNightsPerYear), 5, 20).AddDays(random.Next(80));
            }
            while (!taken.Add(utDate) || ProgrammeC307.Nights.Contains(utDate));

            var second = 24_000 + random.Next(2_000);
            var target = targets[0];
            for (var left = ShareOf(count, nights, night); left > 0; left--)
            {
                if (random.Chance(0.3)) target = PickVisible(targets, utDate, second, random);
                yield return new Pointing(utDate, second, target);
                second += 200 + random.Next(900);
            }
        }
    }

    private static int ShareOf(int count, int parts, int part) => (count / parts) + (part < count % parts ? 1 : 0);

    private static Target PickVisible(Target[] targets, DateOnly utDate, int second, SeededRandom random)
    {
        var sidereal = KeckSite.SiderealDegrees(KeckSite.ModifiedJulianDate(utDate, second));
        var target = random.Pick(targets);
        for (var tries = 0; tries < 10 && KeckSite.Locate(target.RaDegrees, target.DecDegrees, sidereal).ElevationDegrees < 20; tries++) target = random.Pick(targets);
        return target;
    }

    private static Target RandomInBox(SeededRandom random)
    {
        double dec;
        do
        {
            dec = Math.Round(random.Between(-32, 72), 4);
        }
        while (Math.Abs(dec - ConeDecDegrees) < 1.5);
        return InBox(262 + random.Between(-0.3, 0.3), dec);
    }

    private static Target InBox(double raDegrees, double decDegrees)
    {
        var ra = Math.Round(raDegrees, 4);
        var minutes = (int)(ra * 4);
        var decMinutes = (int)(Math.Abs(decDegrees) * 60);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"J{minutes / 60:00}{minutes % 60:00}{(decDegrees < 0 ? '-' : '+')}{decMinutes / 60:00}{decMinutes % 60:00}");
        return new Target(name, TargetKind.FaintStar, ra, decDegrees, 11.8);
    }

    private sealed record Pointing(DateOnly UtDate, int Second, Target Target);
}
