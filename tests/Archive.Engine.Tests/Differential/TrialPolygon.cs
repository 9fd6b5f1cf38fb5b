using System.Globalization;

namespace Archive.Engine.Tests.Differential;

/// <summary>A polygon, often concave, of either winding, whose vertices lie around a centre within less than a hemisphere: on the plane that touches the
/// sphere there, great circles are straight lines, and a ray from an inner point crosses the border an odd number of times.</summary>
internal sealed record TrialPolygon(double Lon, double Lat, IReadOnlyList<(double Lon, double Lat)> Vertices) : TrialShape
{
    private readonly Plane plane = new(Lon, Lat);
    private Edge[]? edges;

    public override string Adql => $"POLYGON({string.Join(", ", Vertices.Select(vertex => $"{Text(vertex.Lon)}, {Text(vertex.Lat)}"))})";

    public override string PlainSql
    {
        get
        {
            var (u, v) = ($"({Dot(plane.East)} / {Dot(plane.Centre)})", $"({Dot(plane.North)} / {Dot(plane.Centre)})");
            var crossings = Edges.Select(edge => string.Create(CultureInfo.InvariantCulture,
                $"((({(double)edge.FromV:E16} > {v}) <> ({(double)edge.ToV:E16} > {v})) AND {u} < {(double)edge.FromU:E16} + ({v} - {(double)edge.FromV:E16}) * {(double)((edge.ToU - edge.FromU) / (edge.ToV - edge.FromV)):E16})::INTEGER"));
            return $"({Dot(plane.Centre)} > 1e-9 AND ({string.Join(" + ", crossings)}) % 2 = 1)";
        }
    }

    public static new TrialPolygon Random(Random random)
    {
        var (lon, lat) = Centre(random);
        var count = random.Next(3, 9);
        var size = Math.Min(60, Size(random, 60));
        var vertices = new List<(double, double)>();
        for (var i = 0; i < count; i++)
        {
            var angle = ((i + (0.6 * random.NextDouble())) * 360) / count;
            vertices.Add(Away(lon, lat, angle, size * (0.3 + (0.7 * random.NextDouble()))));
        }

        if (random.Next(2) == 0) vertices.Reverse();
        return new TrialPolygon(lon, lat, vertices);
    }

    public override Truth Holds(Direction position)
    {
        if ((double)position.Dot(plane.Centre) < 1e-6) return Truth.False;
        var (u, v) = plane.Project(position);
        var isInside = false;
        foreach (var (fromU, fromV, toU, toV) in Edges)
        {
            var length = DoubleDouble.Sqrt(((toU - fromU) * (toU - fromU)) + ((toV - fromV) * (toV - fromV)));
            var side = (((toU - fromU) * (v - fromV)) - ((toV - fromV) * (u - fromU))) / length;
            if (Math.Abs((double)side) < 1e-11) return Truth.TooClose;
            if (fromV > v != toV > v && (u < fromU + ((v - fromV) * (toU - fromU) / (toV - fromV)))) isInside = !isInside;
        }

        return Truths.Of(isInside);
    }

    private Edge[] Edges => edges ??= [.. EdgesOf([.. Vertices.Select(vertex => plane.Project(Direction.OfDegrees(vertex.Lon, vertex.Lat)))])];

    private static IEnumerable<Edge> EdgesOf((DoubleDouble U, DoubleDouble V)[] points) =>
        points.Select((point, i) => (point, Next: points[(i + 1) % points.Length])).Select(pair => new Edge(pair.point.U, pair.point.V, pair.Next.U, pair.Next.V));

    /// <summary>The position so far away from a centre, in a direction from north towards east; all in degrees.</summary>
    private static (double Lon, double Lat) Away(double lon, double lat, double angle, double distance)
    {
        var (east, north) = Direction.AxesAt(lon, lat);
        var (sinAngle, cosAngle) = DoubleDouble.SinCosDegrees(angle);
        var (sin, cos) = DoubleDouble.SinCosDegrees(distance);
        var direction = (Direction.OfDegrees(lon, lat) * cos) + (((north * cosAngle) + (east * sinAngle)) * sin);
        var longitude = Math.Atan2((double)direction.Y, (double)direction.X) * 180 / Math.PI;
        return (longitude < 0 ? longitude + 360 : longitude, Math.Atan2((double)direction.Z, double.Hypot((double)direction.X, (double)direction.Y)) * 180 / Math.PI);
    }

    private readonly record struct Edge(DoubleDouble FromU, DoubleDouble FromV, DoubleDouble ToU, DoubleDouble ToV);

    /// <summary>The plane that touches the sphere at a position, with its axes towards growing longitude and latitude.</summary>
    private sealed class Plane(double lon, double lat)
    {
        public Direction Centre { get; } = Direction.OfDegrees(lon, lat);

        public Direction East { get; } = Direction.AxesAt(lon, lat).East;

        public Direction North { get; } = Direction.AxesAt(lon, lat).North;

        public (DoubleDouble U, DoubleDouble V) Project(Direction direction)
        {
            var height = direction.Dot(Centre);
            return (direction.Dot(East) / height, direction.Dot(North) / height);
        }
    }
}
