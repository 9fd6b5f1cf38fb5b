using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;

namespace Archive.DataSamples.Tutorial;

/// <summary>
/// All frames that the tutorial's selections select. Those that the tutorial prints have the printed values; the others are
/// invented around them so that every count is right and the first and last rows, in the order of koaid, are the printed ones.
/// </summary>
internal sealed class TutorialFrames
{
    private readonly HashSet<DateOnly> _utDates;

    public TutorialFrames(ProgrammeList programmes, ulong seed)
    {
        IEnumerable<Frame> frames =
        [
            .. NightOf20040824.Make(programmes, seed),
            .. NewYear2009.Make(programmes, seed),
            .. ProgrammeC307.Make(programmes, seed),
            .. RegionFrames.Make(programmes, seed),
        ];
        All = [.. frames.OrderBy(frame => frame.Night.UtDate).ThenBy(frame => frame.SecondOfDay)];
        _utDates = [.. All.Select(frame => frame.Night.UtDate)];

        // The whole of the selected days is the tutorial's, also where it has no frame.
        for (var day = 1; day <= 5; day++) _utDates.Add(new DateOnly(2009, 1, day));
    }

    /// <summary>In the order of UT date and time, which is that of koaid.</summary>
    public IReadOnlyList<Frame> All { get; }

    /// <summary>Whether nothing else may be observed on a UT date.</summary>
    public bool Owns(DateOnly utDate) => _utDates.Contains(utDate);
}
