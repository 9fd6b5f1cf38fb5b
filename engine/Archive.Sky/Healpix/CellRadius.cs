namespace Archive.Sky.Healpix;

/// <summary>How far from its centre a cell reaches.</summary>
internal static class CellRadius
{
    private static readonly double[] Radians = [.. Enumerable.Range(0, HealpixNested.MaxOrder + 1).Select(Compute)];

    /// <summary>No point of any cell of this order is farther from the cell's centre than this, in radians.</summary>
    public static double Of(int order) => Radians[order];

    /// <remarks>
    /// The most drawn-out cells are those that touch latitude asin(2/3) at a quarter of a base cell's width: the reach is
    /// that from such a cell's centre, on that latitude, to its northern corner one ring up. One part in a hundred is added.
    /// </remarks>
    private static double Compute(int order)
    {
        double side = Math.ScaleB(1, order);
        UnitVector centre = FromZ(2.0 / 3, 45 / side);
        double above = 1 - 1 / side;
        UnitVector corner = FromZ(1 - above * above / 3, 0);
        return 1.01 * centre.RadiansTo(corner);
    }

    private static UnitVector FromZ(double z, double lonDegrees)
    {
        double cosLat = Math.Sqrt((1 - z) * (1 + z));
        (double sinLon, double cosLon) = Vectors.DegreeTrigonometry.SinCos(lonDegrees);
        return new UnitVector(cosLat * cosLon, cosLat * sinLon, z);
    }
}
