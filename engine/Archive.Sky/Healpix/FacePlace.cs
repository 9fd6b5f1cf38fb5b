namespace Archive.Sky.Healpix;

/// <summary>
/// A position on the square of a HEALPix base cell, between the cell borders too: <see cref="HealpixCell"/>'s columns and rows
/// without rounding down.
/// </summary>
/// <param name="Face">Base cell, 0 to 11.</param>
/// <param name="X">Towards the north-east, 0 to 2^order.</param>
/// <param name="Y">Towards the north-west, 0 to 2^order.</param>
internal readonly record struct FacePlace(int Face, double X, double Y)
{
    /// <summary>
    /// Moving by one radian moves X, and Y, by no more than this times 2^order. Between the polar caps the rate is largest at
    /// their border, 1.02; in the caps it is at most that of the projection along a meridian and across it, 1.22 and 0.86, together.
    /// </summary>
    public const double LargestRate = 1.5;

    /// <summary>The place of a position. The position must be one; latitudes within ±90.</summary>
    public static FacePlace At(int order, double lonDegrees, in UnitVector position)
    {
        double side = 1L << order;
        double quarterTurns = HealpixCell.QuarterTurns(lonDegrees);
        return Math.Abs(position.Z) <= 2.0 / 3
            ? InEquatorialBelt(side, quarterTurns, position.Z)
            : InPolarCap(side, quarterTurns, position);
    }

    private static FacePlace InEquatorialBelt(double side, double quarterTurns, double z)
    {
        double eastward = 0.5 + quarterTurns;
        double northward = z * 0.75;
        double falling = eastward - northward;
        double rising = eastward + northward;
        int fallingFace = (int)Math.Floor(falling);
        int risingFace = (int)Math.Floor(rising);
        int face = HealpixCell.EquatorialFace(fallingFace, risingFace);
        return new FacePlace(face, side * (rising - risingFace), side * (1 - (falling - fallingFace)));
    }

    private static FacePlace InPolarCap(double side, double quarterTurns, in UnitVector position)
    {
        int quarter = Math.Min(3, (int)quarterTurns);
        double within = quarterTurns - quarter;
        double fromPole = HealpixCell.FromPole(position);
        return position.Z > 0
            ? new FacePlace(quarter, side * (1 - (1 - within) * fromPole), side * (1 - within * fromPole))
            : new FacePlace(quarter + 8, side * within * fromPole, side * (1 - within) * fromPole);
    }
}
