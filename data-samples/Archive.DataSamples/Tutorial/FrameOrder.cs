using Archive.DataSamples.Nights;

namespace Archive.DataSamples.Tutorial;

/// <summary>Puts the frames of a night that were made in parts into one row.</summary>
internal static class FrameOrder
{
    /// <summary>The frames in the order of time, numbered from the night's first number.</summary>
    public static IEnumerable<Frame> Number(Night night, IEnumerable<Frame> frames) =>
        frames.OrderBy(frame => frame.SecondOfDay).Select((frame, place) => frame with { FrameNumber = night.FirstFrameNumber + place });

    /// <summary>Shortens exposures that would still run when the next frame begins.</summary>
    public static IEnumerable<Frame> Fit(IReadOnlyList<Frame> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            var room = i + 1 < frames.Count ? Math.Max(1, frames[i + 1].SecondOfDay - frame.SecondOfDay - 40) : int.MaxValue;
            yield return frame.ExposureSeconds <= room ? frame : frame with { ExposureSeconds = room };
        }
    }
}
