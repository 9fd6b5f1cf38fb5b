namespace Archive.Sky.Frames;

/// <summary>The celestial reference frames that positions and shapes may be given in.</summary>
public enum SkyFrame
{
    /// <summary>The International Celestial Reference System.</summary>
    Icrs,

    /// <summary>FK5 at equinox J2000, taken as the same as ICRS (they differ by 25 milliarcseconds at most).</summary>
    Fk5,

    /// <summary>FK4 at equinox B1950.</summary>
    Fk4,

    /// <summary>Galactic coordinates (IAU 1958).</summary>
    Galactic,

    /// <summary>Mean ecliptic and equinox of J2000.</summary>
    Ecliptic,

    /// <summary>De Vaucouleurs' supergalactic coordinates.</summary>
    Supergalactic,
}
