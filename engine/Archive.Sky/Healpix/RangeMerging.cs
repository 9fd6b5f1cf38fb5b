namespace Archive.Sky.Healpix;

/// <summary>Makes ranges sorted, disjoint and few.</summary>
internal static class RangeMerging
{
    /// <summary>Joins what touches, then fills the smallest gaps until no more ranges are left than allowed.</summary>
    public static List<IndexRange> Merge(List<IndexRange> ranges, int maxRanges)
    {
        List<IndexRange> joined = Join(ranges, largestGapFilled: 0);
        if (joined.Count <= maxRanges)
        {
            return joined;
        }

        long[] gaps = new long[joined.Count - 1];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = joined[i + 1].First - joined[i].Last - 1;
        }

        Array.Sort(gaps);
        return Join(joined, gaps[joined.Count - maxRanges - 1]);
    }

    private static List<IndexRange> Join(List<IndexRange> ranges, long largestGapFilled)
    {
        ranges.Sort(static (a, b) => a.First.CompareTo(b.First));
        var joined = new List<IndexRange>(ranges.Count);
        foreach (IndexRange range in ranges)
        {
            if (joined.Count > 0 && range.First - joined[^1].Last - 1 <= largestGapFilled)
            {
                joined[^1] = new IndexRange(joined[^1].First, Math.Max(joined[^1].Last, range.Last));
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }
}
