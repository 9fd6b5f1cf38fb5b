using System.Runtime.InteropServices;

namespace Archive.Sky.Healpix;

/// <summary>
/// The HEALPix cells, NESTED, that positions near another position can lie in: what turns a join on distance into one on equal
/// cells. They may be too many, never too few. One object serves one thread.
/// </summary>
/// <param name="order">Order of the cells, 0 to 29.</param>
public sealed class NearbyCells(int order)
{
    /// <summary>Coarser cells than these would put half the sky into one; finer ones, for wide circles, would be too many.</summary>
    private const int CoarsestOrder = 3;

    /// <summary>Radius in cell widths at which most circles lie in one cell, and a cell isn't much larger than the circle.</summary>
    private const double RadiusInCells = 1.0 / 16;

    /// <summary>Added to each radius: exact tests round, and some are inclusive by a hair. 4 microarcseconds.</summary>
    private const double MarginDegrees = 1e-9;

    private readonly int _order = order is >= 0 and <= HealpixNested.MaxOrder
        ? order
        : throw new ArgumentOutOfRangeException(nameof(order), order, "The order must be 0 to 29.");

    private readonly List<long> _cells = [];
    private readonly List<long> _children = [];

    /// <summary>The order at which circles of this radius, and smaller ones, are best looked up. NaN gives the coarsest.</summary>
    public static int OrderFor(double radiusDegrees)
    {
        double radius = (Math.Max(0, radiusDegrees) + MarginDegrees) * (Math.PI / 180);
        double order = Math.Floor(Math.Log2(RadiusInCells / radius));
        return order >= CoarsestOrder ? (int)Math.Min(order, HealpixNested.MaxOrder) : CoarsestOrder;
    }

    /// <summary>
    /// Each cell that holds positions no farther away than the radius, once; none if the position isn't one or the radius is
    /// negative or NaN. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<long> Of(double lonDegrees, double latDegrees, double radiusDegrees)
    {
        _cells.Clear();
        UnitVector centre = UnitVector.FromDegrees(lonDegrees, latDegrees);
        if (!centre.IsFinite || !(radiusDegrees >= 0))
        {
            return [];
        }

        double radius = (radiusDegrees + MarginDegrees) * (Math.PI / 180);
        double reach = FacePlace.LargestRate * Math.ScaleB(radius, _order);
        if (reach >= 0.5 || !TryAddAround(FacePlace.At(_order, lonDegrees, centre), reach))
        {
            AddByDescent(centre, radius);
        }

        return CollectionsMarshal.AsSpan(_cells);
    }

    /// <summary>Adds the at most four cells around a place, unless some belong to another base cell.</summary>
    private bool TryAddAround(in FacePlace place, double reach)
    {
        double side = 1L << _order;
        if (place.X - reach < 0 || place.Y - reach < 0 || place.X + reach >= side || place.Y + reach >= side)
        {
            return false;
        }

        uint east = (uint)(place.X + reach), north = (uint)(place.Y + reach);
        for (uint x = (uint)(place.X - reach); x <= east; x++)
        {
            for (uint y = (uint)(place.Y - reach); y <= north; y++)
            {
                _cells.Add(new HealpixCell(place.Face, x, y).Index(_order));
            }
        }

        return true;
    }

    /// <summary>From the base cells down, leaving out what is farther from the centre than the radius and a cell reach together.</summary>
    private void AddByDescent(in UnitVector centre, double radius)
    {
        for (long cell = 0; cell < 12; cell++)
        {
            _cells.Add(cell);
        }

        Keep(0, centre, radius);
        for (int level = 1; level <= _order; level++)
        {
            _children.Clear();
            foreach (long cell in _cells)
            {
                for (int child = 0; child < 4; child++)
                {
                    _children.Add((cell << 2) | (long)child);
                }
            }

            _cells.Clear();
            _cells.AddRange(_children);
            Keep(level, centre, radius);
        }
    }

    private void Keep(int level, UnitVector centre, double radius)
    {
        double limit = radius + CellRadius.Of(level);
        _cells.RemoveAll(cell => HealpixCell.FromIndex(level, cell).Centre(level).Direction.RadiansTo(centre) > limit);
    }
}
