using System.Runtime.InteropServices;
using Archive.Sky;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>
/// Shapes as bytes between one function of a query and the next: those of <see cref="SkyShape.Encode"/>, or, cheaper to write for a row, a zero and then a geometry's numbers.
/// Numbers that make no shape are bytes all the same, and turn out to be none when they are read.
/// </summary>
internal static class RowShape
{
    public const byte NumbersFollow = 0;

    /// <summary>The shape; null if the bytes are those of none.</summary>
    public static SkyShape? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return IsNumbers(bytes) ? SkyShape.FromNumbers(Numbers(bytes)) : SkyShape.Decode(bytes);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a shape surely has no point in common with another that is still bytes: to be asked before the dear work of making it. The circle around a polygon's first
    /// vertex that reaches its farthest holds all of it, if it is less than a hemisphere.
    /// </summary>
    public static bool IsApart(SkyShape shape, ReadOnlySpan<byte> bytes)
    {
        if (!IsNumbers(bytes) || bytes.Length < 1 + (6 * sizeof(double))) return false;
        var numbers = Numbers(bytes);
        var first = UnitVector.FromDegrees(numbers[0], numbers[1]);
        var farthest = 0.0;
        for (var i = 2; i + 1 < numbers.Length; i += 2)
            farthest = Math.Max(farthest, first.RadiansTo(UnitVector.FromDegrees(numbers[i], numbers[i + 1])));
        return farthest < 1.5 && shape.RelationTo(first, farthest) == CapRelation.Disjoint;
    }

    private static bool IsNumbers(ReadOnlySpan<byte> bytes) => bytes.Length > 0 && bytes[0] == NumbersFollow;

    private static double[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new double[(bytes.Length - 1) / sizeof(double)];
        bytes[1..].CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
