using Archive.DataSamples.Nights;

namespace Archive.DataSamples.Headers;

/// <summary>The state of lamps, mirror, hatch and shutter that makes a frame what it is meant to be.</summary>
/// <param name="Name">As LAMPNAME has it; null where the header is silent.</param>
/// <param name="IsMirrorIn">Whether the mirror sends the lamp's light to the slit.</param>
/// <param name="IsHatchClosed">Whether no light comes from the telescope.</param>
/// <param name="DoesShutterOpen">False for biases and darks.</param>
/// <param name="IsDarkSlideClosed">Whether the dark slide covers the detector.</param>
internal readonly record struct Lamps(string? Name, bool IsMirrorIn, bool IsHatchClosed, bool DoesShutterOpen, bool IsDarkSlideClosed)
{
    public static Lamps Of(FrameKind kind, int lamp) => kind switch
    {
        FrameKind.Object => new("none", false, false, true, false),
        FrameKind.ObjectLampOn => new(Quartz(lamp), false, false, true, false),
        FrameKind.ArcLamp or FrameKind.Focus => new(lamp == 1 ? "ThAr1" : "ThAr2", true, true, true, false),
        FrameKind.FlatLamp or FrameKind.Trace => new(Quartz(lamp), true, true, true, false),
        FrameKind.Bias => new("none", false, true, false, false),
        FrameKind.Dark => new("none", false, true, false, true),
        FrameKind.Undefined => new(null, true, true, true, false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No state of the lamps is known for this kind of frame."),
    };

    public bool IsCathode1 => Name == "ThAr1";

    public bool IsCathode2 => Name == "ThAr2";

    public bool IsQuartz1 => Name == "quartz1";

    public bool IsQuartz2 => Name == "quartz2";

    private static string Quartz(int lamp) => lamp == 1 ? "quartz1" : "quartz2";
}
