namespace Archive.Ingest.Partitioning;

/// <summary>Two records of one ingest with the same key: the later one in order counts, the other is left out.</summary>
/// <param name="Key">The key that both have.</param>
/// <param name="Kept">Source of the record that counts.</param>
/// <param name="LeftOut">Source of the record that doesn't.</param>
public sealed record DuplicateKey(string Key, string Kept, string LeftOut);

/// <summary>Finds records of one ingest that have the same key.</summary>
internal static class DuplicateKeys
{
    /// <summary>A report with more lines than this is read by nobody.</summary>
    private const int MostReported = 1000;

    /// <summary>
    /// Sorts the spool's entries by night and hands out those that count, without the duplicates, of which the first thousand by key
    /// are described and all are counted.
    /// </summary>
    public static (SpoolEntry[] Entries, long LeftOutCount, IReadOnlyList<DuplicateKey> LeftOut) Resolve(RecordSpool spool)
    {
        var entries = spool.Entries;
        entries.Sort((left, right) => left.KeyHash.CompareTo(right.KeyHash));
        List<DuplicateKey> leftOut = [];
        HashSet<long> leftOutOffsets = [];
        for (var start = 0; start < entries.Length;)
        {
            var end = start + 1;
            while (end < entries.Length && entries[end].KeyHash == entries[start].KeyHash) end++;
            if (end - start > 1) CompareKeys(spool, [.. entries[start..end]], leftOut, leftOutOffsets);
            start = end;
        }

        entries.Sort((left, right) => (left.DayNumber, left.Offset).CompareTo((right.DayNumber, right.Offset)));
        var kept = new SpoolEntry[entries.Length - leftOutOffsets.Count];
        var count = 0;
        foreach (var entry in entries)
        {
            if (!leftOutOffsets.Contains(entry.Offset)) kept[count++] = entry;
        }

        return (kept, leftOutOffsets.Count, [.. leftOut.OrderBy(duplicate => duplicate.Key, StringComparer.Ordinal).Take(MostReported)]);
    }

    private static void CompareKeys(RecordSpool spool, SpoolEntry[] candidates, List<DuplicateKey> leftOut, HashSet<long> leftOutOffsets)
    {
        var records = spool.Read(candidates).Zip(candidates, (record, entry) => (Record: record, entry.Offset, Key: System.Text.Encoding.UTF8.GetString(record.Key)));
        foreach (var same in records.GroupBy(found => found.Key, StringComparer.Ordinal))
        {
            var inOrder = same.OrderByDescending(found => found.Record.Order).ThenByDescending(found => found.Record.Source, PathOrder.Comparer).ToArray();
            foreach (var other in inOrder.Skip(1))
            {
                leftOutOffsets.Add(other.Offset);
                leftOut.Add(new DuplicateKey(same.Key, inOrder[0].Record.Source, other.Record.Source));
            }
        }
    }
}
