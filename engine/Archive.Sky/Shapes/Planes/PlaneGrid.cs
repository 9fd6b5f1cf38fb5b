namespace Archive.Sky.Shapes.Planes;

/// <summary>
/// A square of small squares over a polygon on a plane. Most of them no edge comes near, and these are known to lie inside or
/// outside; for each of the others there is a list of the few edges that decide.
/// </summary>
/// <remarks>
/// A ray from a point towards growing u crosses an edge of its own row only. Of those, the ones left of the square are never
/// crossed, and the ones right of it that go through the whole row always, so that only their number matters.
/// </remarks>
internal sealed class PlaneGrid
{
    /// <summary>Squares along a side.</summary>
    public const int Side = 256;

    /// <summary>States of a square.</summary>
    public const byte Outside = 0, Inside = 1, Undecided = 2;

    private readonly PlaneLine[] _lines;
    private readonly double _reach;

    // What rounding may do to a square's index or to an edge, and the width of a border, all together.
    private readonly double _margin;
    private readonly byte[] _states = new byte[Side * Side];
    private readonly int[] _listOf = new int[Side * Side];

    // For each undecided square: the crossings that are sure, the number of edges to look at, and these.
    private readonly List<int> _lists = [];

    /// <param name="lines">The polygon's edges.</param>
    /// <param name="reach">No point of interest is farther from the plane's centre than this.</param>
    public PlaneGrid(PlaneLine[] lines, double reach)
    {
        (_lines, _reach) = (lines, reach);
        _margin = 1e-6 * reach / Side + 1e-12;
        PerUnit = Side / (2 * reach);
        for (int row = 0; row < Side; row++)
        {
            FillRow(row);
        }

        Lists = [.. _lists];
    }

    /// <summary>Squares in a unit of length on the plane.</summary>
    public double PerUnit { get; }

    /// <summary>The state of each square, a row of equal v after the other.</summary>
    public ReadOnlySpan<byte> States => _states;

    private int[] Lists { get; }

    /// <summary>Whether the ray from a point crosses the edges an odd number of times.</summary>
    /// <param name="square">The point's square, an undecided one.</param>
    /// <param name="u">The point's place on the plane.</param>
    /// <param name="v">The same.</param>
    /// <param name="least">The least that <see cref="PlaneLine.Passed"/> is, without its sign, of the edges near the point.</param>
    public bool Decide(int square, double u, double v, out double least)
    {
        ReadOnlySpan<int> list = Lists.AsSpan(_listOf[square]);
        bool odd = list[0] != 0;
        least = double.PositiveInfinity;
        foreach (int index in list.Slice(2, list[1]))
        {
            ref readonly PlaneLine line = ref _lines[index];
            double passed = line.Passed(u, v);
            odd ^= ((line.StartV >= v) != (line.EndV >= v)) & (passed < 0);
            least = Math.Min(least, Math.Abs(passed));
        }

        return odd;
    }

    private void FillRow(int row)
    {
        (double low, double high) = (Border(row) - _margin, Border(row + 1) + _margin);
        var edges = new List<RowEdge>();
        for (int i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].WithinV(low, high) is (double least, double most))
            {
                bool through = Math.Min(_lines[i].StartV, _lines[i].EndV) < low && Math.Max(_lines[i].StartV, _lines[i].EndV) > high;
                edges.Add(new RowEdge(i, least, most, through));
            }
        }

        byte before = Undecided;
        for (int column = 0; column < Side; column++)
        {
            (double left, double right) = (Border(column) - _margin, Border(column + 1) + _margin);
            bool undecided = edges.Exists(edge => edge.Least <= right && edge.Most >= left);

            // Between two squares that no edge comes near there is none either.
            before = undecided ? Undecided
                : before == Undecided ? StateOf(edges, (left + right) / 2, (low + high) / 2)
                : before;
            _states[row * Side + column] = before;
            if (undecided)
            {
                _listOf[row * Side + column] = AddList(edges, left, right);
            }
        }
    }

    private int AddList(List<RowEdge> edges, double left, double right)
    {
        int start = _lists.Count;
        _lists.Add(0);
        _lists.Add(0);
        foreach (RowEdge edge in edges)
        {
            if (edge.Least > right && edge.Through)
            {
                _lists[start] ^= 1;
            }
            else if (edge.Most >= left)
            {
                _lists.Add(edge.Index);
                _lists[start + 1]++;
            }
        }

        return start;
    }

    private byte StateOf(List<RowEdge> edges, double u, double v)
    {
        bool odd = false;
        foreach (RowEdge edge in edges)
        {
            PlaneLine line = _lines[edge.Index];
            odd ^= (line.StartV >= v) != (line.EndV >= v) && line.Passed(u, v) < 0;
        }

        return odd ? Inside : Outside;
    }

    private double Border(int index) => index / PerUnit - _reach;

    /// <param name="Index">Which edge.</param>
    /// <param name="Least">The least u of it in the row.</param>
    /// <param name="Most">The greatest.</param>
    /// <param name="Through">Whether it goes from below the row to above.</param>
    private readonly record struct RowEdge(int Index, double Least, double Most, bool Through);
}
