using Archive.DataSamples.Programmes;
using Archive.DataSamples.Randomness;

namespace Archive.DataSamples.Nights;

/// <summary>On which nights HIRES is used, and how busy each is.</summary>
internal static class NightCalendar
{
    private const int RunDays = 4;
    private const ulong RunStreams = 0xCA_0000;
    private const ulong DayStreams = 0xCB_0000_0000;

    private static readonly DateOnly First = new(1993, 7, 16);
    private static readonly DateOnly Last = new(2025, 10, 31);

    /// <summary>A day of new moon, and the time from one to the next in days.</summary>
    private static readonly int NewMoon = new DateOnly(2000, 1, 6).DayNumber;

    private const double LunationDays = 29.530588;

    /// <summary>Shares frames out to nights, in the order of time.</summary>
    /// <param name="frames">How many frames in all.</param>
    /// <param name="isTaken">UT dates that must stay free.</param>
    /// <param name="programmes">Who can observe.</param>
    /// <param name="seed">The twin's seed.</param>
    public static IEnumerable<(Night Night, int Frames)> Plan(long frames, Func<DateOnly, bool> isTaken, ProgrammeList programmes, ulong seed)
    {
        var nights = Nights(isTaken, seed).ToList();
        var total = nights.Sum(night => night.Weight);
        double weight = 0;
        long planned = 0;
        for (var i = 0; i < nights.Count; i++)
        {
            weight += nights[i].Weight;
            var until = i == nights.Count - 1 ? frames : (long)(frames * (weight / total));
            if (until > planned) yield return (Night.Make(nights[i].UtDate, programmes, seed), (int)(until - planned));
            planned = until;
        }
    }

    private static IEnumerable<(DateOnly UtDate, double Weight)> Nights(Func<DateOnly, bool> isTaken, ulong seed)
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            // Runs of nights, fewer in the rainy winter and when the moon is away: dark nights are for other instruments.
            var moonDays = (day.DayNumber - NewMoon) % LunationDays;
            var moonlight = 1 - (Math.Abs(moonDays - (LunationDays / 2)) / (LunationDays / 2));
            var season = day.Month is 12 or 1 or 2 or 3 ? 0.85 : 1.05;
            var isRun = new SeededRandom(seed, RunStreams + (ulong)(day.DayNumber / RunDays)).Chance(0.37 * season * (0.7 + (0.6 * moonlight)));
            var random = new SeededRandom(seed ^ DayStreams, (ulong)day.DayNumber);
            if (!isRun || random.Chance(0.36) || isTaken(day)) continue;
            yield return (day, Math.Clamp(1 + (0.4 * random.NextNormal()), 0.3, 1.9) * (day >= Night.FirstOfMosaic ? 1.15 : 0.85));
        }
    }
}
