using Archive.DataSamples.Programmes;

namespace Archive.DataSamples.Nights;

/// <summary>One exposure, as planned: all that differs from frame to frame of a night.</summary>
internal sealed record Frame
{
    public required Night Night { get; init; }

    public required Programme Programme { get; init; }

    /// <summary>UT second of the day at which the exposure began.</summary>
    public required int SecondOfDay { get; init; }

    /// <summary>Hundredths of a second behind it.</summary>
    public required int Hundredths { get; init; }

    public required FrameKind Kind { get; init; }

    public required int FrameNumber { get; init; }

    public required int ExposureSeconds { get; init; }

    public required string Decker { get; init; }

    /// <summary>Which of the two thorium-argon or quartz lamps burns, if one does: 1 or 2.</summary>
    public required int Lamp { get; init; }

    public required bool IsIodineIn { get; init; }

    /// <summary>Name in the telescope's list; empty for calibrations before the first target.</summary>
    public required string TargetName { get; init; }

    /// <summary>Where the telescope points; null where the header is silent about it.</summary>
    public required FramePosition? Position { get; init; }

    public required int SignalToNoise { get; init; }

    /// <summary>Full width at half maximum of stars, arcseconds.</summary>
    public required double SeeingArcseconds { get; init; }

    /// <summary>For people.</summary>
    public override string ToString() => $"{Night.UtDate:yyyy-MM-dd} {SecondOfDay} {Kind} {TargetName}";
}

/// <summary>Where the telescope points, J2000 degrees.</summary>
/// <param name="RaDegrees">Right ascension.</param>
/// <param name="DecDegrees">Declination.</param>
internal sealed record FramePosition(double RaDegrees, double DecDegrees)
{
    /// <summary>False: the header has no EQUINOX.</summary>
    public bool HasEquinox { get; init; } = true;

    /// <summary>True: the header has decimal degrees, so that the archive's columns get these very numbers. False: sexagesimal text, as HIRES writes it.</summary>
    public bool IsExact { get; init; }

    /// <summary>The elevation that the header has, where it isn't that of the position.</summary>
    public double? ElevationDegrees { get; init; }
}
