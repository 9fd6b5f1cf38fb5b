using System.Globalization;
using Archive.DataSamples.Programmes;
using Archive.DataSamples.Randomness;

namespace Archive.DataSamples.Nights;

/// <summary>A night at the telescope; in Hawaii it lies in one UT date. Immutable.</summary>
internal sealed record Night
{
    /// <summary>The first UT date of the mosaic; before, HIRES had one chip.</summary>
    public static DateOnly FirstOfMosaic { get; } = new(2004, 8, 18);

    private const ulong SetupStreams = 0x5E_0000_0000;

    public required DateOnly UtDate { get; init; }

    /// <summary>The seed of all that is drawn for the night.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Who observes in the first and in the second half.</summary>
    public required Programme FirstHalf { get; init; }

    public required Programme SecondHalf { get; init; }

    public required NightSetup Setup { get; init; }

    /// <summary>What the names of the night's files begin with on the instrument's computer.</summary>
    public required string FilePrefix { get; init; }

    public required int FirstFrameNumber { get; init; }

    public bool IsMosaic => UtDate >= FirstOfMosaic;

    /// <summary>A sequence of the night's own.</summary>
    public SeededRandom Random(ulong purpose) => new(Seed ^ purpose, (ulong)UtDate.DayNumber);

    public static Night Make(DateOnly utDate, ProgrammeList programmes, ulong seed)
    {
        var random = new SeededRandom(seed ^ SetupStreams, (ulong)utDate.DayNumber);
        var all = programmes.Of(utDate);

        // A run of up to four nights belongs to the same people.
        var first = all[(int)(new SeededRandom(seed, (ulong)(utDate.DayNumber / 4)).NextUInt64() % (ulong)all.Count)];
        return Make(utDate, first, random.Chance(0.25) ? random.Pick(all) : first, seed, random);
    }

    public static Night Make(DateOnly utDate, Programme only, ulong seed) =>
        Make(utDate, only, only, seed, new SeededRandom(seed ^ SetupStreams, (ulong)utDate.DayNumber));

    private static Night Make(DateOnly utDate, Programme first, Programme second, ulong seed, SeededRandom random)
    {
        var isMosaic = utDate >= FirstOfMosaic;
        return new Night
        {
            UtDate = utDate,
            Seed = seed,
            FirstHalf = first,
            SecondHalf = second,
            Setup = NightSetup.Make(first.Science, isMosaic, random),
            FilePrefix = random.Chance(0.6) ? "hires" : string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + random.Next(26))}{random.Next(100):00}"),
            FirstFrameNumber = 1 + (random.Chance(0.5) ? 0 : random.Next(2000)),
        };
    }
}
