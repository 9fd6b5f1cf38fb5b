using Archive.DataSamples.Tutorial;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Samples;

/// <summary>Counts the rows that each of the tutorial's selections selects, by their values alone.</summary>
public sealed class SelectionCounts
{
    private static readonly InstrumentDefinition Hires = InstrumentFile.Load("koa_hires");
    private static readonly int Ra = Hires.OrdinalOf("ra");
    private static readonly int Dec = Hires.OrdinalOf("dec");
    private static readonly int Programme = Hires.OrdinalOf("progid");
    private static readonly int UtDateTime = Hires.OrdinalOf("utdatetime");
    private static readonly long Begin = Microseconds(new DateTime(2009, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    private static readonly long End = Microseconds(new DateTime(2009, 1, 5, 23, 59, 59, DateTimeKind.Utc));

    private readonly Dictionary<string, int> _counts = TutorialSets.All.ToDictionary(set => set.Name, _ => 0);

    public int Rows { get; private set; }

    /// <summary>Rows that no selection selects.</summary>
    public int Unselected { get; private set; }

    public int this[string set] => _counts[set];

    public void Add(ObservationRecord record)
    {
        Rows++;
        var isSelected = false;
        foreach (var set in TutorialSets.All)
        {
            if (!IsIn(set, record)) continue;
            _counts[set.Name]++;
            isSelected = true;
        }

        if (!isSelected) Unselected++;
    }

    public static bool IsIn(TutorialSet set, ObservationRecord record)
    {
        if (set.Region is { } region) return !record[Ra].IsNull && region.Contains(record[Ra].Real, record[Dec].Real);
        return set.Name switch
        {
            "date" => record.KoaId.Contains("20040824", StringComparison.Ordinal),
            "time" => record[UtDateTime].MicrosecondsSinceEpoch is var time && time >= Begin && time <= End,
            "programme" => record[Programme].Text == "C307",
            _ => throw new ArgumentException($"No rule for {set.Name}.", nameof(set)),
        };
    }

    private static long Microseconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
