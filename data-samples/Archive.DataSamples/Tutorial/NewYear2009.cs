using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;

namespace Archive.DataSamples.Tutorial;

/// <summary>The 61 frames of 2009-01-01 to 2009-01-05, all calibrations of the afternoon: the tutorial prints the first and the last ten.</summary>
internal static class NewYear2009
{
    private const int CadenceSeconds = 46;
    private const int FirstUnprintedSecond = 8_701;
    private const ulong Purpose = 0x2009;

    public static IEnumerable<Frame> Make(ProgrammeList programmes, ulong seed)
    {
        var published = PublishedRows.In(TutorialSets.Time.Name).ToList();
        foreach (var rows in published.GroupBy(row => row.UtDate))
        {
            var night = Night.Make(rows.Key, programmes, seed);
            var maker = new FrameMaker(night, night.Random(Purpose));
            var seconds = rows.Select(row => row.SecondOfDay).ToList();
            if (rows.Key == published[^1].UtDate)
            {
                var missing = TutorialSets.Time.RowCount - published.Count;
                seconds.AddRange(Enumerable.Range(0, missing).Select(i => FirstUnprintedSecond + (i * CadenceSeconds)));
            }

            foreach (var second in seconds.Order()) yield return maker.Calibrate(KindAt(second), night.FirstHalf, second, 1);
        }
    }

    private static FrameKind KindAt(int second) => second switch
    {
        < 6_500 => FrameKind.Focus,
        < 9_600 => FrameKind.FlatLamp,
        < 10_100 => FrameKind.ArcLamp,
        _ => FrameKind.Bias,
    };
}
