using Archive.Sky.Healpix;
using Archive.Sky.Shapes;

namespace Archive.Sky.Moc;

/// <summary>A set of cells of order 29 as sorted ranges that neither overlap nor touch.</summary>
internal sealed class CellRanges
{
    private readonly long[] _firsts;
    private readonly List<IndexRange> _all;

    /// <exception cref="ArgumentException">A range is empty or no range of cells, or there are too many.</exception>
    public CellRanges(IEnumerable<IndexRange> ranges)
    {
        List<IndexRange> given = [.. ranges];
        long cells = HealpixNested.CellCount(HealpixNested.MaxOrder);
        if (given.Exists(range => range.First < 0 || range.Last < range.First || range.Last >= cells))
        {
            throw new ArgumentException("A range of cells must go from a cell of order 29 to the same or a later one.");
        }

        _all = RangeMerging.Merge(given, int.MaxValue);
        if (_all.Count > MocShape.MaxRanges)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A MOC may have {MocShape.MaxRanges} ranges of cells; it has {_all.Count}."));
        }

        _firsts = [.. _all.Select(range => range.First)];
        Count = _all.Sum(range => range.Last - range.First + 1);
    }

    /// <summary>The ranges in order.</summary>
    public IReadOnlyList<IndexRange> All => _all;

    /// <summary>Number of cells of order 29.</summary>
    public long Count { get; }

    public bool Contains(long index) => RelationTo(new IndexRange(index, index)) == CapRelation.Inside;

    /// <summary>Exactly how a range lies to the set.</summary>
    public CapRelation RelationTo(IndexRange range)
    {
        int at = Array.BinarySearch(_firsts, range.First);

        // The range that begins at or before this one, or else the one after it.
        int before = at >= 0 ? at : ~at - 1;
        return before >= 0 && _all[before].Last >= range.Last ? CapRelation.Inside
            : before >= 0 && _all[before].Last >= range.First ? CapRelation.Overlaps
            : before + 1 < _firsts.Length && _firsts[before + 1] <= range.Last ? CapRelation.Overlaps
            : CapRelation.Disjoint;
    }

    /// <summary>How what lies within some ranges lies to the set.</summary>
    public CapRelation RelationTo(IReadOnlyList<IndexRange> ranges)
    {
        bool inside = true, disjoint = true;
        foreach (IndexRange range in ranges)
        {
            CapRelation relation = RelationTo(range);
            inside &= relation == CapRelation.Inside;
            disjoint &= relation == CapRelation.Disjoint;
        }

        return disjoint ? CapRelation.Disjoint : inside ? CapRelation.Inside : CapRelation.Overlaps;
    }
}
