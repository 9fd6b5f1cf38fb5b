namespace Archive.Engine.Tests.Differential;

/// <summary>What a condition is of a row: SQL's three values, and <see cref="TooClose"/> where the row is so near a border that doubles can't tell.</summary>
internal enum Truth
{
    False,
    Unknown,
    TooClose,
    True,
}

internal static class Truths
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Not(Truth truth) => truth switch { Truth.False => Truth.True, Truth.True => Truth.False, _ => truth };

    public static Truth And(Truth a, Truth b) => a == Truth.False || b == Truth.False ? Truth.False
        : a == Truth.TooClose || b == Truth.TooClose ? Truth.TooClose
        : a == Truth.Unknown || b == Truth.Unknown ? Truth.Unknown : Truth.True;

    public static Truth Or(Truth a, Truth b) => Not(And(Not(a), Not(b)));

    /// <summary>Whether something is on the right side of a border.</summary>
    /// <param name="inside">How far inside, about in radians; negative outside.</param>
    public static Truth Side(DoubleDouble inside) => Math.Abs((double)inside) < 1e-12 ? Truth.TooClose : Of((double)inside > 0);
}
