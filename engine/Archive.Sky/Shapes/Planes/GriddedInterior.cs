using System.Numerics;
using System.Runtime.Intrinsics;
using Archive.Sky.Vectors;

namespace Archive.Sky.Shapes.Planes;

/// <summary>The inside of a polygon of many edges, looked up in a grid; the answers are those of <see cref="PlanarInterior"/>.</summary>
internal sealed class GriddedInterior : PolygonInterior
{
    /// <summary>The fewest edges for which it is faster than looking at all of them.</summary>
    public const int FewestEdges = 12;

    /// <summary>The largest polygon for which it is made, as the tangent of its radius: farther out the plane is too stretched.</summary>
    public const double LargestReach = 5;

    private static readonly Vector512<long> LaneBits = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128);

    private readonly TangentPlane _plane;
    private readonly PlaneGrid _grid;
    private readonly Vector512<double> _reach;

    public GriddedInterior(in TangentPlane plane, PlaneLine[] lines, double reach)
    {
        _plane = plane;
        _grid = new PlaneGrid(lines, reach);
        _reach = Vector512.Create(reach);
    }

    public override Vector512<double> CrossedOddly(
        in VectorBlock points, Vector512<double> near, out Vector512<double> nearest)
    {
        PlaneBlock block = _plane.Project(points);
        Vector512<double> square = (Square(block.V) * PlaneGrid.Side + Square(block.U)) & near;
        Span<long> squares = stackalloc long[VectorBlock.Lanes];
        Vector512.ConvertToInt64Native(square).CopyTo(squares);
        ReadOnlySpan<byte> states = _grid.States;
        ulong inside = 0, undecided = 0;
        for (int lane = 0; lane < VectorBlock.Lanes; lane++)
        {
            ulong state = states[(int)squares[lane]];
            inside |= (state & 1) << lane;
            undecided |= (state >> 1) << lane;
        }

        undecided &= near.ExtractMostSignificantBits();
        nearest = Vector512.Create(double.PositiveInfinity);
        if (undecided != 0)
        {
            inside |= Decide(undecided, squares, block, ref nearest);
        }

        Vector512<long> bits = Vector512.Create((long)inside) & LaneBits;
        return Vector512.Equals(bits, LaneBits).AsDouble();
    }

    /// <summary>The lanes among the undecided ones that lie inside.</summary>
    private ulong Decide(ulong undecided, ReadOnlySpan<long> squares, in PlaneBlock block, ref Vector512<double> nearest)
    {
        Span<double> u = stackalloc double[VectorBlock.Lanes], v = stackalloc double[VectorBlock.Lanes], least = stackalloc double[VectorBlock.Lanes];
        block.U.CopyTo(u);
        block.V.CopyTo(v);
        nearest.CopyTo(least);
        ulong inside = 0;
        for (ulong lanes = undecided; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            bool odd = _grid.Decide((int)squares[lane], u[lane], v[lane], out least[lane]);
            inside |= (odd ? 1UL : 0) << lane;
        }

        nearest = Vector512.Create((ReadOnlySpan<double>)least) * block.Height;
        return inside;
    }

    private Vector512<double> Square(Vector512<double> coordinate) => Vector512.Floor(Vector512.ClampNative(
        (coordinate + _reach) * _grid.PerUnit, Vector512<double>.Zero, Vector512.Create(PlaneGrid.Side - 1.0)));
}
