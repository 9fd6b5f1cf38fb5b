namespace Archive.Sky.Frames;

/// <summary>The rotation by which each frame is defined here.</summary>
internal static class FrameRotation
{
    private const double DegreeArcseconds = 3600;

    // The IAU 2006 obliquity and the frame bias of the IERS Conventions (2010), which lead from ICRS to the mean ecliptic of J2000.
    private static readonly Rotation IcrsToEcliptic = Rotation.AboutZ(-0.01460)
        .Then(Rotation.AboutY(-0.016617))
        .Then(Rotation.AboutX(0.0068192))
        .Then(Rotation.AboutX(84381.406));

    // The pole at galactic (47.37, 6.32) and the origin of longitude on the galactic equator at 137.37 (de Vaucouleurs et al. 1991).
    private static readonly Rotation GalacticToSupergalactic = PoleAt(47.37, 6.32, 90);

    // The definition of the galactic system in its own frame, B1950 (Blaauw et al. 1960).
    private static readonly Rotation Fk4ToGalactic = PoleAt(192.25, 27.4, 180 - 123);

    private static readonly Rotation Identity = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>From ICRS to a frame.</summary>
    public static Rotation FromIcrs(SkyFrame frame) => frame switch
    {
        SkyFrame.Icrs or SkyFrame.Fk5 => Identity,
        SkyFrame.Fk4 => Galactic.RotationFromIcrs.Then(Fk4ToGalactic.Inverse()),
        SkyFrame.Galactic => Galactic.RotationFromIcrs,
        SkyFrame.Ecliptic => IcrsToEcliptic,
        SkyFrame.Supergalactic => Galactic.RotationFromIcrs.Then(GalacticToSupergalactic),
        _ => throw new ArgumentOutOfRangeException(nameof(frame)),
    };

    /// <summary>To the frame with a pole at this position, whose longitude at the ascending side is turned by so much.</summary>
    private static Rotation PoleAt(double lonDegrees, double latDegrees, double turnDegrees) =>
        Rotation.AboutZ(lonDegrees * DegreeArcseconds)
            .Then(Rotation.AboutY((90 - latDegrees) * DegreeArcseconds))
            .Then(Rotation.AboutZ(turnDegrees * DegreeArcseconds));
}
