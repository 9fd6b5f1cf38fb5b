namespace Archive.Sky.Htm;

/// <summary>A spherical triangle of the mesh by its corners, counter-clockwise seen from outside.</summary>
internal readonly record struct Trixel(UnitVector V0, UnitVector V1, UnitVector V2)
{
    private static readonly UnitVector North = new(0, 0, 1);
    private static readonly UnitVector South = new(0, 0, -1);

    // The equatorial corners at longitudes 0, 90, 180 and 270 degrees.
    private static readonly UnitVector[] Equator = [new(1, 0, 0), new(0, 1, 0), new(-1, 0, 0), new(0, -1, 0)];

    /// <summary>The root that holds a direction, and its identifier 8 to 15.</summary>
    /// <remarks>S0 to S3 go round eastwards from longitude 0, N0 to N3 westwards.</remarks>
    public static (long Id, Trixel Root) RootOf(in UnitVector direction)
    {
        int quarter = (direction.X, direction.Y) switch
        {
            ( > 0, >= 0) => 0,
            ( <= 0, > 0) => 1,
            ( < 0, <= 0) => 2,
            (0, 0) => 0,
            _ => 3,
        };
        UnitVector here = Equator[quarter];
        UnitVector next = Equator[(quarter + 1) % 4];
        return direction.Z < 0
            ? (8 + quarter, new Trixel(here, South, next))
            : (15 - quarter, new Trixel(next, North, here));
    }

    /// <summary>The quarter of this triangle that holds a direction, and its number.</summary>
    public (int Number, Trixel Child) ChildOf(in UnitVector direction)
    {
        UnitVector w0 = Middle(V1, V2), w1 = Middle(V0, V2), w2 = Middle(V0, V1);
        return IsLeft(w2, w1, direction) ? (0, new Trixel(V0, w2, w1))
            : IsLeft(w0, w2, direction) ? (1, new Trixel(V1, w0, w2))
            : IsLeft(w1, w0, direction) ? (2, new Trixel(V2, w1, w0))
            : (3, new Trixel(w0, w1, w2));
    }

    private static bool IsLeft(in UnitVector a, in UnitVector b, in UnitVector direction) =>
        a.Cross(b).Dot(direction) >= 0;

    private static UnitVector Middle(in UnitVector a, in UnitVector b) =>
        new UnitVector(a.X + b.X, a.Y + b.Y, a.Z + b.Z).Normalized();
}
