using System.Collections.Immutable;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Mirroring.Slices;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Mirroring;

/// <summary>The table here while it is brought in step with the remote one: takes slice after slice, each whole, and remembers which.</summary>
internal sealed class MirroredTable(TableWriter writer, Table definition, SliceAxis axis, MirrorState state, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AxisRange, MirroredRange> _ranges = state.Ranges.ToDictionary(range => range.Range);
    private readonly List<Drift> _added = [];
    private readonly List<Drift> _changed = [];
    private MirrorState _state = state;

    public IReadOnlyList<Drift> Added => _added;

    public IReadOnlyList<Drift> Changed => _changed;

    /// <summary>Ranges that were pulled, and are what was here before.</summary>
    public int Same { get; private set; }

    public long RowsPulled { get; private set; }

    /// <summary>Makes a pulled slice part of the current snapshot, then of the state. Killed between the two, the next run pulls the slice again and changes nothing.</summary>
    /// <param name="replaced">Ranges of the former pull whose place it takes.</param>
    /// <param name="pulled">Its ranges and their files, which are in place.</param>
    public void Take(IReadOnlyList<MirroredRange> replaced, IReadOnlyList<(RangeCount Range, ImmutableArray<PartitionFile> Files)> pulled)
    {
        lock (_gate)
        {
            Commit(former => former.Where(file => !IsReplaced(file, replaced, pulled.Select(part => part.Range.Range))).Concat(pulled.SelectMany(part => part.Files)));
            foreach (var range in replaced) _ranges.Remove(range.Range);
            foreach (var (range, files) in pulled)
            {
                Note(range, files, replaced);
                if (range.Rows > 0) _ranges[range.Range] = new MirroredRange(range.Range, range.Rows, range.Fingerprint, [.. files.Select(file => file.Sha256)]);
                RowsPulled += range.Rows;
            }

            WriteState(_state);
        }
    }

    /// <summary>Removes ranges that the remote has no more.</summary>
    public void Drop(IReadOnlyList<MirroredRange> gone)
    {
        lock (_gate)
        {
            Commit(former => former.Where(file => !IsReplaced(file, gone, [])));
            foreach (var range in gone) _ranges.Remove(range.Range);
            WriteState(_state);
        }
    }

    /// <summary>Remembers that all is done.</summary>
    public void Finish() => WriteState(_state with { Pulled = clock.GetUtcNow() });

    /// <summary>Writes the state as it is, before the first row comes: the table is a mirror's from then on.</summary>
    public void Begin(ImmutableArray<string> aggregates) => WriteState(_state with { Axis = axis.Name, Aggregates = aggregates });

    private void Commit(Func<IEnumerable<PartitionFile>, IEnumerable<PartitionFile>> change)
    {
        var former = writer.Manifests.ReadCurrent();
        Snapshot.Commit(writer.Folder, definition, writer.Manifests, former, change(former.Files).ToList(), clock);
    }

    /// <summary>A table that is cut by date loses the partitions of the ranges; another one the files that were made of the former ranges.</summary>
    private bool IsReplaced(PartitionFile file, IEnumerable<MirroredRange> replaced, IEnumerable<AxisRange> pulled) => axis.Kind == AxisKind.UtDate
        ? replaced.Select(range => range.Range).Concat(pulled).Any(range => SliceFiles.IsIn(file.Partition, range, axis))
        : replaced.Any(range => range.Files.Contains(file.Sha256));

    private void Note(RangeCount range, ImmutableArray<PartitionFile> files, IReadOnlyList<MirroredRange> replaced)
    {
        var before = replaced.FirstOrDefault(former => former.Range == range.Range);
        if (before is not null && before.Files.SequenceEqual(files.Select(file => file.Sha256))) Same++;
        else if (before is not null || replaced.Count > 0) _changed.Add(new Drift(range.Range.ToString(), before?.Rows ?? 0, range.Rows));
        else _added.Add(new Drift(range.Range.ToString(), 0, range.Rows));
    }

    private void WriteState(MirrorState changed)
    {
        _state = changed with { Ranges = [.. _ranges.Values.OrderBy(range => range.Range.IsNull).ThenBy(range => range.Range.From, StringComparer.Ordinal)] };
        _state.Write(writer.Folder);
    }
}
