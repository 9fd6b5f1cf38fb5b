using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;
using Archive.DataSamples.Targets;

namespace Archive.DataSamples.Tutorial;

/// <summary>
/// The 105 frames of 2004-08-24, hires2300 to hires2404: the tutorial prints ten from either end and twenty by their signal to noise, the ten lowest and the ten highest.
/// Frames of the afternoon have no equinox; at dawn the telescope lies on its side.
/// </summary>
internal static class NightOf20040824
{
    private const int CadenceSeconds = 47;
    private const int LeastPrintedSignal = 2;
    private const int LeastPrintedHighSignal = 11;
    private const int AfternoonEnds = 10_100;
    private const int DawnBegins = 53_400;
    private const ulong Purpose = 0x0824;

    private static readonly DateOnly UtDate = new(2004, 8, 24);

    private static readonly FramePosition Afternoon = new(334.8, 44.97982) { HasEquinox = false, IsExact = true, ElevationDegrees = 45 };

    private static readonly FramePosition Dawn = new(344, 0.010389) { IsExact = true, ElevationDegrees = 0.01 };

    public static IEnumerable<Frame> Make(ProgrammeList programmes, ulong seed)
    {
        var programme = programmes.Of(UtDate)[0];
        var night = Night.Make(UtDate, programme, seed) with { FilePrefix = "hires", FirstFrameNumber = 2300 };
        var random = night.Random(Purpose);
        var maker = new FrameMaker(night, random);
        var published = PublishedRows.In(TutorialSets.Date.Name).ToDictionary(row => row.SecondOfDay);
        foreach (var second in Seconds(published.Keys))
        {
            var row = published.GetValueOrDefault(second);
            var frame = KindAt(second) is var kind && kind != FrameKind.Object
                ? maker.Calibrate(kind, programme, second, 1) with { Position = second < AfternoonEnds ? Afternoon : Dawn }
                : Observe(maker, programme, second, row, random);

            // The printed signals are the lowest and the highest: the others lie between.
            var unprinted = LeastPrintedSignal + 1 + random.Next(LeastPrintedHighSignal - LeastPrintedSignal - 1);
            yield return frame with { SignalToNoise = (int?)row?.Number("sig2nois") ?? unprinted };
        }
    }

    private static Frame Observe(FrameMaker maker, Programme programme, int second, PublishedRow? row, Randomness.SeededRandom random)
    {
        if (row?.Number("dec") is { } dec)
        {
            var inCone = RegionFrames.SecondConeTarget with { DecDegrees = dec };
            return maker.Expose(inCone, programme, second, 300) with { Kind = FrameKind.Object, Position = RegionFrames.Exactly(inCone) };
        }

        var target = random.Pick(programme.Targets);
        return maker.Expose(target, programme, second, 30 + random.Next(8)) with { Kind = FrameKind.Object };
    }

    private static FrameKind KindAt(int second) => second switch
    {
        < 9_110 => FrameKind.ArcLamp,
        < 9_670 => FrameKind.FlatLamp,
        < AfternoonEnds => FrameKind.Bias,
        < DawnBegins => FrameKind.Object,
        < 53_940 => FrameKind.ArcLamp,
        < 54_040 => FrameKind.Bias,
        _ => FrameKind.FlatLamp,
    };

    /// <summary>When the frames begin, the printed ones and those between: calibrations every 47 seconds, targets through the night.</summary>
    private static IEnumerable<int> Seconds(IEnumerable<int> published)
    {
        int[] between =
        [
            9_058,
            .. Every(9_152, CadenceSeconds, 11),
            .. Every(9_771, CadenceSeconds, 6),
            .. Every(20_060, 1_080, 20),
            .. Every(46_980, 920, 7),
            .. Every(53_477, CadenceSeconds, 10),
            .. Every(54_048, CadenceSeconds, 16),
        ];
        return published.Concat(between).Order();
    }

    private static IEnumerable<int> Every(int first, int step, int count) => Enumerable.Range(0, count).Select(i => first + (i * step));
}
