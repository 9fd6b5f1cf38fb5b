namespace Archive.Sky.Frames;

/// <summary>Galactic coordinates (IAU 1958) and ICRS. NaN in, NaN out.</summary>
/// <remarks>
/// The pole and the origin of longitude are those of the definition at B1950 carried over to FK5 J2000 without rounding, the
/// numbers that astropy uses; from there it is <see cref="Fk5"/>'s turn to ICRS.
/// </remarks>
public static class Galactic
{
    private const double PoleRaDegrees = 192.8594812065348;
    private const double PoleDecDegrees = 27.12825118085622;
    private const double NorthPoleLonDegrees = 122.9319185680026;

    private static readonly Rotation Fk5ToGalactic = Rotation.AboutZ(PoleRaDegrees * 3600)
        .Then(Rotation.AboutY((90 - PoleDecDegrees) * 3600))
        .Then(Rotation.AboutZ((180 - NorthPoleLonDegrees) * 3600));

    private static readonly Rotation GalacticToFk5 = Fk5ToGalactic.Inverse();

    /// <summary>The whole turn from ICRS.</summary>
    internal static Rotation RotationFromIcrs { get; } = Fk5.RotationFromIcrs.Then(Fk5ToGalactic);

    /// <summary>From galactic longitude and latitude to ICRS.</summary>
    public static UnitVector ToIcrs(in UnitVector direction) => Fk5.ToIcrs(GalacticToFk5.Apply(direction));

    /// <summary>From ICRS to galactic longitude and latitude.</summary>
    public static UnitVector FromIcrs(in UnitVector direction) => Fk5ToGalactic.Apply(Fk5.FromIcrs(direction));
}
