using System.Runtime.Intrinsics;

namespace Archive.Sky.Shapes.Planes;

/// <summary>Eight positions on a plane.</summary>
internal readonly struct PlaneBlock(Vector512<double> u, Vector512<double> v, Vector512<double> height)
{
    public readonly Vector512<double> U = u;
    public readonly Vector512<double> V = v;

    /// <summary>Cosine of the distance from the centre: the plane is farther from the centre of the sphere than the sphere by its inverse.</summary>
    public readonly Vector512<double> Height = height;
}
