namespace Archive.DataSamples.Targets;

/// <summary>Kinds of targets, which differ in their names and magnitudes.</summary>
internal enum TargetKind
{
    BrightStar,
    NearbyStar,
    FaintStar,
    ClusterStar,
    Quasar,
    Transient,
}

/// <summary>Something to observe. Its name has the form of a catalogue's name; its position is invented, whatever bears that name in the sky.</summary>
/// <param name="Name">As the header's TARGNAME has it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="RaDegrees">Right ascension, ICRS.</param>
/// <param name="DecDegrees">Declination, ICRS.</param>
/// <param name="Magnitude">Visual magnitude.</param>
internal sealed record Target(string Name, TargetKind Kind, double RaDegrees, double DecDegrees, double Magnitude);
