using System.Collections.Concurrent;
using System.Globalization;
using Archive.DataSamples.Randomness;
using Archive.DataSamples.Targets;

namespace Archive.DataSamples.Programmes;

/// <summary>The programmes of every semester, made when first asked for. Thread-safe.</summary>
internal sealed class ProgrammeList(TargetList targets, ulong seed)
{
    /// <summary>The programme that the tutorial selects; no other has its name.</summary>
    public const string TutorialProgramme = "C307";

    private const int ProgrammesPerSemester = 40;
    private const int TargetsPerProgramme = 60;
    private const ulong Streams = 0x50_0000;

    private static readonly (char Letter, string Name, int Share)[] Institutions =
        [('C', "CIT", 33), ('U', "UC", 34), ('H', "UH", 12), ('N', "NASA", 12), ('K', "KECK", 5), ('A', "ANU", 2), ('Y', "YALE", 2)];

    private static readonly string[] Surnames =
    [
        "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ironwood", "Juniper", "Koa", "Larch", "Maple", "Naio", "Ohia", "Pine",
        "Quince", "Rowan", "Sandalwood", "Teak", "Umbrella", "Viburnum", "Willow", "Yew", "Zelkova", "Mamane", "Hala", "Kukui", "Milo", "Wiliwili",
    ];

    private readonly ConcurrentDictionary<int, IReadOnlyList<Programme>> _bySemester = new();

    /// <summary>The programmes of the semester of the night that lies in a UT date.</summary>
    public IReadOnlyList<Programme> Of(DateOnly utDate)
    {
        // Semesters begin in February and August, by the date of the evening: a number for each half year.
        var evening = utDate.AddDays(-1);
        return _bySemester.GetOrAdd(((evening.Year * 12) + evening.Month - 2) / 6, Make);
    }

    /// <summary>The programme that the tutorial selects: 2018A, California Institute of Technology by its letter.</summary>
    public Programme Tutorial()
    {
        var random = new SeededRandom(seed, Streams - 1);
        return Make(TutorialProgramme, "CIT", random);
    }

    private Programme[] Make(int half)
    {
        var random = new SeededRandom(seed, Streams + (ulong)half);
        var taken = new HashSet<string> { TutorialProgramme };
        var programmes = new Programme[ProgrammesPerSemester];
        for (var i = 0; i < programmes.Length; i++)
        {
            var (letter, institution) = PickInstitution(random);
            string id;
            do
            {
                // Until 2008 the identifiers were a letter, two digits and the letter of the instrument.
                id = half < 2 * 2008
                    ? string.Create(CultureInfo.InvariantCulture, $"{letter}{1 + random.Next(60):00}H")
                    : string.Create(CultureInfo.InvariantCulture, $"{letter}{1 + random.Next(450):000}");
            }
            while (!taken.Add(id));
            programmes[i] = Make(id, institution, random);
        }

        return programmes;
    }

    private Programme Make(string id, string institution, SeededRandom random)
    {
        var science = random.Pick(ScienceCase.All);
        var leader = random.Pick(Surnames);
        return new Programme(
            id, institution, leader, $"synthetic {leader}, {random.Pick(Surnames)}, {random.Pick(Surnames)}", science,
            targets.Draw(science.Targets, TargetsPerProgramme, random));
    }

    private static (char Letter, string Name) PickInstitution(SeededRandom random)
    {
        var share = random.Next(100);
        foreach (var (letter, name, part) in Institutions)
        {
            share -= part;
            if (share < 0) return (letter, name);
        }

        return ('C', "CIT");
    }
}
