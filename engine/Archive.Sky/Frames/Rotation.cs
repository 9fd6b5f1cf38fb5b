namespace Archive.Sky.Frames;

/// <summary>A 3 by 3 matrix that turns directions of one frame into those of another; rows first.</summary>
internal readonly record struct Rotation(
    double Xx, double Xy, double Xz,
    double Yx, double Yy, double Yz,
    double Zx, double Zy, double Zz)
{
    private const double RadiansPerArcsecond = Math.PI / (180 * 3600);

    /// <summary>Turns the frame's axes about its x axis, from y towards z.</summary>
    public static Rotation AboutX(double arcseconds)
    {
        (double sin, double cos) = Math.SinCos(arcseconds * RadiansPerArcsecond);
        return new Rotation(1, 0, 0, 0, cos, sin, 0, -sin, cos);
    }

    /// <summary>Turns the frame's axes about its y axis, from z towards x.</summary>
    public static Rotation AboutY(double arcseconds)
    {
        (double sin, double cos) = Math.SinCos(arcseconds * RadiansPerArcsecond);
        return new Rotation(cos, 0, -sin, 0, 1, 0, sin, 0, cos);
    }

    /// <summary>Turns the frame's axes about its z axis, from x towards y.</summary>
    public static Rotation AboutZ(double arcseconds)
    {
        (double sin, double cos) = Math.SinCos(arcseconds * RadiansPerArcsecond);
        return new Rotation(cos, sin, 0, -sin, cos, 0, 0, 0, 1);
    }

    /// <summary>Precession by its three equatorial angles.</summary>
    public static Rotation Precession(double zetaArcseconds, double thetaArcseconds, double zArcseconds) =>
        AboutZ(-zetaArcseconds).Then(AboutY(thetaArcseconds)).Then(AboutZ(-zArcseconds));

    /// <summary>This rotation followed by another.</summary>
    public Rotation Then(in Rotation next)
    {
        UnitVector x = next.Multiply(new UnitVector(Xx, Yx, Zx));
        UnitVector y = next.Multiply(new UnitVector(Xy, Yy, Zy));
        UnitVector z = next.Multiply(new UnitVector(Xz, Yz, Zz));
        return new Rotation(x.X, y.X, z.X, x.Y, y.Y, z.Y, x.Z, y.Z, z.Z);
    }

    /// <summary>The way back.</summary>
    public Rotation Inverse() => new(Xx, Yx, Zx, Xy, Yy, Zy, Xz, Yz, Zz);

    /// <summary>The direction as seen in the frame turned to, brought to length 1.</summary>
    public UnitVector Apply(in UnitVector direction) => Multiply(direction).Normalized();

    private UnitVector Multiply(in UnitVector v) => new(
        Xx * v.X + Xy * v.Y + Xz * v.Z,
        Yx * v.X + Yy * v.Y + Yz * v.Z,
        Zx * v.X + Zy * v.Y + Zz * v.Z);
}
