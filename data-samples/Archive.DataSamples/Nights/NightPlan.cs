using Archive.DataSamples.Programmes;
using Archive.DataSamples.Randomness;
using Archive.DataSamples.Targets;
using Archive.DataSamples.Telescope;

namespace Archive.DataSamples.Nights;

/// <summary>
/// Fills a night with a given number of frames: calibrations before dusk and after dawn, between them the targets that stand high. The fewer the
/// frames, the longer the exposures.
/// </summary>
internal static class NightPlan
{
    private const int AfternoonSeconds = 9_000;
    private const int MorningSeconds = 4_500;
    private const int CalibrationCadenceSeconds = 47;
    private const int LowestElevationDegrees = 22;
    private const ulong Purpose = 0x91A7;

    private static readonly (FrameKind Kind, int Share, int MostInRow, int LongestSeconds)[] Calibrations =
    [
        (FrameKind.FlatLamp, 40, 20, 10),
        (FrameKind.ArcLamp, 24, 5, 30),
        (FrameKind.Bias, 19, 12, 0),
        (FrameKind.Focus, 7, 5, 5),
        (FrameKind.Dark, 5, 3, 900),
        (FrameKind.Trace, 4, 2, 5),
        (FrameKind.Undefined, 1, 1, 5),
    ];

    /// <summary>The frames in the order of time; no two begin in the same second.</summary>
    /// <param name="night">The night.</param>
    /// <param name="count">How many frames; at most as many as there are seconds.</param>
    /// <param name="notBefore">UT second of the day before which nothing begins.</param>
    /// <param name="notAfter">UT second of the day from which on nothing begins.</param>
    public static List<Frame> Compose(Night night, int count, int notBefore = 0, int notAfter = 86_400)
    {
        var random = night.Random(Purpose);
        var maker = new FrameMaker(night, random);
        var (dusk, dawn) = KeckSite.DarkSeconds(night.UtDate);
        var begin = Math.Max(notBefore, dusk - AfternoonSeconds);
        var end = Math.Min(notAfter, dawn + MorningSeconds);
        dusk = Math.Clamp(dusk, begin, end);
        dawn = Math.Clamp(dawn, begin, end);
        var evening = dusk == begin ? 0 : (int)(count * random.Between(0.25, 0.45));
        var morning = dawn == end ? 0 : (int)(count * random.Between(0.05, 0.18));

        var frames = new List<Frame>(count);
        Calibrate(frames, evening, begin, dusk, night.FirstHalf, maker, random);
        Observe(frames, count - evening - morning, dusk, dawn, night, maker, random);
        Calibrate(frames, morning, dawn, end, night.SecondHalf, maker, random);
        return frames;
    }

    private static void Calibrate(List<Frame> frames, int count, int begin, int end, Programme programme, FrameMaker maker, SeededRandom random)
    {
        var clock = new Clock(begin, end, count);
        while (clock.FramesLeft > 0)
        {
            var (kind, _, mostInRow, longestSeconds) = PickCalibration(random);
            var seconds = longestSeconds == 0 ? 0 : 1 + random.Next(longestSeconds);
            for (var row = 1 + random.Next(mostInRow); row > 0 && clock.FramesLeft > 0; row--)
            {
                var slot = clock.SlotSeconds(random);
                frames.Add(maker.Calibrate(kind, programme, clock.Second, Math.Min(seconds, slot)));
                clock.Advance(Math.Min(slot, seconds + CalibrationCadenceSeconds));
            }
        }
    }

    private static void Observe(List<Frame> frames, int count, int begin, int end, Night night, FrameMaker maker, SeededRandom random)
    {
        var clock = new Clock(begin, end, count);
        var middle = begin + ((end - begin) / 2);
        while (clock.FramesLeft > 0)
        {
            var programme = clock.Second < middle ? night.FirstHalf : night.SecondHalf;
            if (random.Chance(0.02))
            {
                var slot = clock.SlotSeconds(random);
                frames.Add(maker.Calibrate(FrameKind.ArcLamp, programme, clock.Second, Math.Min(5, slot)));
                clock.Advance(Math.Min(slot, CalibrationCadenceSeconds));
                continue;
            }

            var target = PickTarget(programme.Targets, night.UtDate, clock.Second, random);
            for (var row = 1 + random.Next(4); row > 0 && clock.FramesLeft > 0; row--)
            {
                var slot = clock.SlotSeconds(random);
                var readoutSeconds = Math.Min(45, slot / 3);
                frames.Add(maker.Expose(target, programme, clock.Second, Math.Min(slot - readoutSeconds, programme.Science.LongestSeconds)));
                clock.Advance(slot);
            }
        }
    }

    /// <summary>One of the targets that stand high enough; the highest of a few if none does.</summary>
    private static Target PickTarget(IReadOnlyList<Target> targets, DateOnly utDate, int secondOfDay, SeededRandom random)
    {
        const int tries = 12;
        var sidereal = KeckSite.SiderealDegrees(KeckSite.ModifiedJulianDate(utDate, secondOfDay));
        var best = targets[0];
        var bestElevation = double.MinValue;
        for (var i = 0; i < tries; i++)
        {
            var target = random.Pick(targets);
            var elevation = KeckSite.Locate(target.RaDegrees, target.DecDegrees, sidereal).ElevationDegrees;
            if (elevation > bestElevation) (best, bestElevation) = (target, elevation);
            if (elevation > LowestElevationDegrees) break;
        }

        return best;
    }

    private static (FrameKind Kind, int Share, int MostInRow, int LongestSeconds) PickCalibration(SeededRandom random)
    {
        var share = random.Next(100);
        foreach (var calibration in Calibrations)
        {
            share -= calibration.Share;
            if (share < 0) return calibration;
        }

        return Calibrations[0];
    }

    /// <summary>Shares a stretch of time out to a number of frames.</summary>
    private sealed class Clock(int begin, int end, int count)
    {
        public int Second { get; private set; } = begin;

        public int FramesLeft { get; private set; } = count;

        /// <summary>How long the next frame may take with its readout: about its share of what is left, never so long that a later frame goes without a second of its own.</summary>
        public int SlotSeconds(SeededRandom random)
        {
            var left = end - Second;
            var share = (int)((double)left / FramesLeft * random.Between(0.5, 1.5));
            return Math.Clamp(share, 1, Math.Max(1, left - FramesLeft + 1));
        }

        public void Advance(int seconds)
        {
            Second += seconds;
            FramesLeft--;
        }
    }
}
