using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Importing;
using Archive.Ingest.Mirroring.Slices;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Mirroring;

/// <summary>The rows of one partition of a staged slice: their first row id and their number.</summary>
internal sealed record StagedPartition(string Partition, long First, long Rows);

/// <summary>Turns the rows of a staged slice into partition files.</summary>
internal static class SliceFiles
{
    /// <summary>The partitions of the table <c>sorted</c>, in its order.</summary>
    public static IReadOnlyList<StagedPartition> PartitionsOf(StagedTable staged, SliceAxis axis)
    {
        if (axis.Kind != AxisKind.UtDate)
        {
            var rows = staged.Count("SELECT count(*) FROM sorted");
            return rows == 0 ? [] : [new StagedPartition("", 0, rows)];
        }

        List<StagedPartition> partitions = [];
        var first = 0L;
        foreach (var row in staged.Query($"SELECT CAST({SlicePull.DayExpression(axis)} AS VARCHAR), CAST(count(*) AS VARCHAR) FROM sorted GROUP BY ALL ORDER BY ALL"))
        {
            var partition = new StagedPartition(row[0] ?? "", first, long.Parse(row[1]!, CultureInfo.InvariantCulture));
            partitions.Add(partition);
            first += partition.Rows;
        }

        return partitions;
    }

    /// <summary>Rows of a range.</summary>
    public static long RowsIn(IReadOnlyList<StagedPartition> partitions, AxisRange range, SliceAxis axis) => partitions.Where(partition => IsIn(partition.Partition, range, axis)).Sum(partition => partition.Rows);

    /// <summary>Does a partition belong to a range? Where the table isn't cut by date, there is one range at a time.</summary>
    public static bool IsIn(string partition, AxisRange range, SliceAxis axis) =>
        axis.Kind != AxisKind.UtDate
        || ((range.From is null || string.CompareOrdinal(partition, range.From) >= 0) && (range.To is null || string.CompareOrdinal(partition, range.To) < 0));

    /// <summary>Writes the files, which no manifest names yet.</summary>
    public static ImmutableArray<PartitionFile> Write(StagedTable staged, TableFolder folder, IReadOnlyList<StagedPartition> partitions)
    {
        var writer = new ParquetFileWriter(staged.Connection, folder);
        return [.. partitions.Select(partition => writer.Write(
            string.Create(CultureInfo.InvariantCulture, $"FROM sorted WHERE rowid BETWEEN {partition.First} AND {partition.First + partition.Rows - 1}"), partition.Partition, partition.Rows))];
    }
}
