namespace Archive.Sky.Htm;

/// <summary>
/// The Hierarchical Triangular Mesh (Kunszt, Szalay and Thakar 2001): the octahedron's eight faces, each split into four
/// spherical triangles over and over.
/// </summary>
public static class HtmIndex
{
    /// <summary>The deepest level; beyond it a double no longer tells the triangles apart.</summary>
    public const int MaxLevel = 24;

    /// <summary>The deepest level whose <see cref="Base4"/> fits a signed 64-bit integer.</summary>
    public const int MaxBase4Level = 17;

    /// <summary>
    /// Identifier of the triangle that holds a direction: 8 to 11 for the southern roots and 12 to 15 for the northern ones,
    /// with two more bits for each level.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 0 to <see cref="MaxLevel"/>.</exception>
    /// <exception cref="ArgumentException">The direction is not finite.</exception>
    public static long Of(int level, in UnitVector direction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MaxLevel);
        if (!direction.IsFinite)
        {
            throw new ArgumentException("A direction must be finite to have an HTM triangle.");
        }

        (long id, Trixel trixel) = Trixel.RootOf(direction);
        for (int i = 0; i < level; i++)
        {
            (int child, trixel) = trixel.ChildOf(direction);
            id = (id << 2) | (uint)child;
        }

        return id;
    }

    /// <summary>
    /// The identifier written in digits and read as a decimal number, as in KOA's column spt_ind at level 7: 1 for south or 2
    /// for north, the root's number 0 to 3, then one digit 0 to 3 for each level.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 0 to <see cref="MaxBase4Level"/>.</exception>
    /// <exception cref="ArgumentException">The direction is not finite.</exception>
    public static long Base4(int level, in UnitVector direction)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MaxBase4Level);
        long id = Of(level, direction);

        // The two bits above the root's number are 10 for south and 11 for north.
        long digits = (id >> (2 * level + 2)) - 1;
        for (int shift = 2 * level; shift >= 0; shift -= 2)
        {
            digits = digits * 10 + ((id >> shift) & 3);
        }

        return digits;
    }
}
