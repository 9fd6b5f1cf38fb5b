using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archive.Sky.Vectors;

/// <summary>Two columns of degrees, read as blocks of unit vectors; the last block is filled up with NaN.</summary>
internal readonly ref struct LonLatBlocks(ReadOnlySpan<double> lonDegrees, ReadOnlySpan<double> latDegrees)
{
    private readonly ReadOnlySpan<double> _lonDegrees = lonDegrees;
    private readonly ReadOnlySpan<double> _latDegrees = latDegrees;

    /// <summary>The block that starts at a row.</summary>
    public VectorBlock At(int row) => VectorBlock.FromDegrees(Load(_lonDegrees, row), Load(_latDegrees, row));

    /// <summary>Eight values from a row on; NaN where the column has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ReadOnlySpan<double> column, int row)
    {
        ReadOnlySpan<double> rest = column[row..];
        return rest.Length >= VectorBlock.Lanes ? Vector512.Create(rest) : LoadLast(rest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> LoadLast(ReadOnlySpan<double> rest)
    {
        Span<double> padded = stackalloc double[VectorBlock.Lanes];
        padded.Fill(double.NaN);
        rest.CopyTo(padded);
        return Vector512.Create((ReadOnlySpan<double>)padded);
    }
}
