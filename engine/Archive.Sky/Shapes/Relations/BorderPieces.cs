namespace Archive.Sky.Shapes.Relations;

/// <summary>Splits arcs where they meet one another.</summary>
internal static class BorderPieces
{
    /// <summary>The most places at which arcs may meet: what shapes of any use stay far below.</summary>
    public const int MaxMeetings = 200_000;

    /// <summary>All pieces of the arcs.</summary>
    /// <exception cref="ArgumentException">They meet at more than <see cref="MaxMeetings"/> places.</exception>
    public static List<BorderPiece> Of(List<Arc> arcs)
    {
        Arc[] byLatitude = [.. arcs.OrderBy(South)];
        double widest = byLatitude.Length == 0 ? 0 : byLatitude.Max(arc => arc.Reach);
        var pieces = new List<BorderPiece>(2 * byLatitude.Length);
        var angles = new List<double>();
        int first = 0;
        foreach (Arc arc in byLatitude)
        {
            // Only arcs that begin south of this one's end and not too far south of its beginning can share a height.
            while (South(byLatitude[first]) + 2 * widest < South(arc))
            {
                first++;
            }

            angles.Clear();
            for (int i = first; i < byLatitude.Length && South(byLatitude[i]) <= arc.Middle.Z + arc.Reach; i++)
            {
                if (byLatitude[i] != arc)
                {
                    arc.AddMeetings(byLatitude[i], angles);
                }
            }

            AddPieces(arc, angles, pieces);
        }

        return pieces;
    }

    private static double South(Arc arc) => arc.Middle.Z - arc.Reach - 1e-12;

    private static void AddPieces(Arc arc, List<double> angles, List<BorderPiece> pieces)
    {
        if (pieces.Count + angles.Count > MaxMeetings)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The borders of these shapes meet one another at more than {MaxMeetings} places."));
        }

        angles.Sort();
        double start = 0;
        foreach (double angle in angles)
        {
            // What is met again within the reach of rounding is the same meeting, and no piece is as short as that.
            if (arc.LengthOf(Math.Min(angle - start, arc.Sweep - angle)) > Border.SameRadians)
            {
                pieces.Add(new BorderPiece(arc, start, angle));
                start = angle;
            }
        }

        pieces.Add(new BorderPiece(arc, start, arc.Sweep));
    }
}
