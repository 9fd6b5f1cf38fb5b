using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;

namespace Archive.DataSamples.Tutorial;

/// <summary>The 538 frames of programme C307: six nights from 2018-03-31 to 2018-08-01. The tutorial prints the first ten of the first night and the last ten of the last.</summary>
internal static class ProgrammeC307
{
    private const int FramesOfMiddleNight = 90;
    private const ulong Purpose = 0xC307;

    private static readonly DateOnly[] MiddleNights = [new(2018, 4, 1), new(2018, 5, 29), new(2018, 6, 24), new(2018, 7, 31)];

    /// <summary>The UT dates on which the programme observes; nobody else does.</summary>
    public static IReadOnlySet<DateOnly> Nights { get; } =
        MiddleNights.Concat(PublishedRows.In(TutorialSets.Programme.Name).Select(row => row.UtDate)).ToHashSet();

    public static IEnumerable<Frame> Make(ProgrammeList programmes, ulong seed)
    {
        var programme = programmes.Tutorial();
        var published = PublishedRows.In(TutorialSets.Programme.Name).ToList();
        var first = published[0].UtDate;
        var last = published[^1].UtDate;
        var missing = TutorialSets.Programme.RowCount - published.Count - (FramesOfMiddleNight * MiddleNights.Length);

        var afterPrinted = published.Last(row => row.UtDate == first).SecondOfDay + 60;
        var beforePrinted = published.First(row => row.UtDate == last).SecondOfDay - 1;
        return
        [
            .. EdgeNight(first, missing / 2, afterPrinted, 86_400),
            .. MiddleNights.SelectMany(utDate => NightPlan.Compose(Night.Make(utDate, programme, seed), FramesOfMiddleNight)),
            .. EdgeNight(last, missing - (missing / 2), 0, beforePrinted),
        ];

        IEnumerable<Frame> EdgeNight(DateOnly utDate, int count, int notBefore, int notAfter)
        {
            var night = Night.Make(utDate, programme, seed);
            var printed = Printed(night, programme, published.Where(row => row.UtDate == utDate));
            var others = NightPlan.Compose(night, count, notBefore, notAfter);
            return FrameOrder.Number(night, FrameOrder.Fit([.. printed.Concat(others).OrderBy(frame => frame.SecondOfDay)]));
        }
    }

    private static IEnumerable<Frame> Printed(Night night, Programme programme, IEnumerable<PublishedRow> rows)
    {
        var random = night.Random(Purpose);
        var maker = new FrameMaker(night, random);
        foreach (var row in rows)
        {
            var kind = Enum.Parse<FrameKind>(row.Values["koaimtyp"], ignoreCase: true);
            yield return kind == FrameKind.Object
                ? maker.Expose(random.Pick(programme.Targets), programme, row.SecondOfDay, 60) with { Kind = FrameKind.Object }
                : maker.Calibrate(kind, programme, row.SecondOfDay, 5);
        }
    }
}
