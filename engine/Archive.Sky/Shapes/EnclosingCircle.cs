namespace Archive.Sky.Shapes;

/// <summary>A circle around points of the sphere, nearly the smallest where they fit into a hemisphere.</summary>
internal static class EnclosingCircle
{
    private const int Steps = 32;

    /// <returns>Centre, and the distance of the farthest point in radians.</returns>
    /// <remarks>
    /// Bădoiu and Clarkson's iteration (2003): from the mean of the points, go towards the farthest by 1/(i+1) of the
    /// way, time after time. The best centre met is kept.
    /// </remarks>
    public static (UnitVector Centre, double RadiusRadians) Of(ReadOnlySpan<UnitVector> points)
    {
        UnitVector centre = Mean(points);
        (UnitVector Centre, double RadiusRadians) best = (centre, double.PositiveInfinity);
        for (int step = 1; step <= Steps; step++)
        {
            (UnitVector farthest, double chordSquared) = Farthest(points, centre);
            double radius = 2 * Math.Asin(Math.Min(1, Math.Sqrt(chordSquared) / 2));
            if (radius < best.RadiusRadians)
            {
                best = (centre, radius);
            }

            double share = 1.0 / (step + 1);
            var moved = new UnitVector(
                centre.X + share * (farthest.X - centre.X),
                centre.Y + share * (farthest.Y - centre.Y),
                centre.Z + share * (farthest.Z - centre.Z));
            if (moved.Dot(moved) < 1e-20)
            {
                break;
            }

            centre = moved.Normalized();
        }

        return best;
    }

    private static UnitVector Mean(ReadOnlySpan<UnitVector> points)
    {
        double x = 0, y = 0, z = 0;
        foreach (UnitVector point in points)
        {
            x += point.X;
            y += point.Y;
            z += point.Z;
        }

        var mean = new UnitVector(x / points.Length, y / points.Length, z / points.Length);
        return mean.Dot(mean) < 1e-20 ? points[0] : mean.Normalized();
    }

    private static (UnitVector Point, double ChordSquared) Farthest(
        ReadOnlySpan<UnitVector> points, in UnitVector centre)
    {
        UnitVector farthest = points[0];
        double most = -1;
        foreach (UnitVector point in points)
        {
            double dx = point.X - centre.X, dy = point.Y - centre.Y, dz = point.Z - centre.Z;
            double chordSquared = dx * dx + dy * dy + dz * dz;
            if (chordSquared > most)
            {
                (farthest, most) = (point, chordSquared);
            }
        }

        return (farthest, most);
    }
}
