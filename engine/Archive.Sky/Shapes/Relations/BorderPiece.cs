namespace Archive.Sky.Shapes.Relations;

/// <summary>A piece of an arc that no other arc crosses.</summary>
/// <param name="Arc">The arc.</param>
/// <param name="Start">Angle on it at which the piece begins.</param>
/// <param name="End">Angle on it at which the piece ends.</param>
internal readonly record struct BorderPiece(Arc Arc, double Start, double End)
{
    /// <summary>The point halfway.</summary>
    public UnitVector Middle => Arc.At((Start + End) / 2);

    /// <summary>A point just left of the middle.</summary>
    public UnitVector Left => Arc.Beside((Start + End) / 2, Aside);

    /// <summary>A point just right of the middle.</summary>
    public UnitVector Right => Arc.Beside((Start + End) / 2, -Aside);

    // At most a fifth of a microarcsecond, less for the shortest pieces, and always beyond the width of a border.
    private double Aside => Math.Clamp(Arc.LengthOf(End - Start) / 16, 1e-13, 1e-12);
}
