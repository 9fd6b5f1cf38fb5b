namespace Archive.Sky.Healpix;

/// <summary>
/// A HEALPix cell as its base cell and its place in that cell's square grid: the coordinates in which Górski et al.
/// (2005, ApJ 622, 759) and the NESTED numbering are both simple.
/// </summary>
/// <param name="Face">Base cell, 0 to 11.</param>
/// <param name="X">Column towards the north-east, 0 to 2^order - 1.</param>
/// <param name="Y">Row towards the north-west, 0 to 2^order - 1.</param>
internal readonly record struct HealpixCell(int Face, uint X, uint Y)
{
    /// <summary>The cell that holds a position. The position must be one; latitudes within ±90.</summary>
    public static HealpixCell At(int order, double lonDegrees, in UnitVector position)
    {
        long side = 1L << order;
        double quarterTurns = QuarterTurns(lonDegrees);
        double z = position.Z;
        return Math.Abs(z) <= 2.0 / 3
            ? InEquatorialBelt(order, side, quarterTurns, z)
            : InPolarCap(side, quarterTurns, position);
    }

    /// <summary>From a NESTED index, of which the bits of <see cref="X"/> and <see cref="Y"/> take turns.</summary>
    public static HealpixCell FromIndex(int order, long index)
    {
        ulong within = (ulong)index & ((1UL << (2 * order)) - 1);
        return new HealpixCell((int)(index >> (2 * order)), MortonCode.EvenBits(within), MortonCode.EvenBits(within >> 1));
    }

    /// <summary>The NESTED index at an order.</summary>
    public long Index(int order) =>
        ((long)Face << (2 * order)) | (long)(MortonCode.Spread(X) | (MortonCode.Spread(Y) << 1));

    /// <summary>The direction of the centre, and its longitude in degrees, 0 to 360.</summary>
    public (UnitVector Direction, double LonDegrees) Centre(int order)
    {
        long side = 1L << order;
        int row = Face / 4;

        // Rings are counted from the north pole in half cell diagonals.
        long ring = ((row + 2L) << order) - X - Y - 1;
        long ringCells = Math.Min(side, Math.Min(ring, 4 * side - ring));
        double z, cosLat;
        if (ringCells < side)
        {
            double fromPole = (double)ringCells * ringCells / (3.0 * side * side);
            z = ring < side ? 1 - fromPole : fromPole - 1;
            cosLat = Math.Sqrt(fromPole * (2 - fromPole));
        }
        else
        {
            z = (2 * side - ring) * 2.0 / (3.0 * side);
            cosLat = Math.Sqrt((1 - z) * (1 + z));
        }

        // The middle row of base cells is centred on multiples of 90 degrees, the outer rows on odd multiples of 45.
        long faceEighths = row == 1 ? 2L * (Face & 3) : 2L * (Face & 3) + 1;
        long along = faceEighths * ringCells + X - Y;
        double lonDegrees = 45.0 * (along < 0 ? along + 8 * ringCells : along) / ringCells;
        (double sinLon, double cosLon) = Vectors.DegreeTrigonometry.SinCos(lonDegrees);
        return (new UnitVector(cosLat * cosLon, cosLat * sinLon, z), lonDegrees);
    }

    /// <summary>A longitude in turns of 90 degrees, 0 to below 4.</summary>
    public static double QuarterTurns(double lonDegrees)
    {
        double quarters = lonDegrees % 360 / 90;
        quarters = quarters < 0 ? quarters + 4 : quarters;
        return quarters >= 4 ? 0 : quarters;
    }

    /// <summary>The base cell in which a falling and a rising strip cross.</summary>
    public static int EquatorialFace(int fallingStrip, int risingStrip) =>
        fallingStrip == risingStrip ? (fallingStrip & 3) | 4
        : fallingStrip < risingStrip ? fallingStrip & 3
        : (risingStrip & 3) + 8;

    /// <summary>Distance of a ring in a polar cap from the pole, 1 where the cap ends: sqrt(3(1-|z|)).</summary>
    public static double FromPole(in UnitVector position)
    {
        // By way of the cosine of the latitude, which keeps its digits at the poles.
        double cosLat = Math.Sqrt(position.X * position.X + position.Y * position.Y);
        return cosLat / Math.Sqrt((1 + Math.Abs(position.Z)) / 3);
    }

    private static HealpixCell InEquatorialBelt(int order, long side, double quarterTurns, double z)
    {
        double eastward = side * (0.5 + quarterTurns);
        double northward = side * (z * 0.75);
        long falling = (long)Math.Floor(eastward - northward);
        long rising = (long)Math.Floor(eastward + northward);
        int fallingFace = (int)(falling >> order);
        int risingFace = (int)(rising >> order);
        int face = EquatorialFace(fallingFace, risingFace);
        return new HealpixCell(face, (uint)(rising & (side - 1)), (uint)(side - 1 - (falling & (side - 1))));
    }

    private static HealpixCell InPolarCap(long side, double quarterTurns, in UnitVector position)
    {
        int quarter = Math.Min(3, (int)quarterTurns);
        double within = quarterTurns - quarter;

        double fromPole = side * FromPole(position);
        long last = side - 1;
        long east = Math.Min(last, (long)(within * fromPole));
        long west = Math.Min(last, (long)((1 - within) * fromPole));
        return position.Z > 0
            ? new HealpixCell(quarter, (uint)(last - west), (uint)(last - east))
            : new HealpixCell(quarter + 8, (uint)east, (uint)west);
    }
}
