using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Importing;
using Archive.Ingest.Mirroring.Remote;
using Archive.Ingest.Mirroring.Slices;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Mirroring;

/// <summary>
/// Brings a table here in step with one of a remote TAP service: describe, choose how to cut, count, compare, pull what differs slice by slice, each of which is whole or not there.
/// Interrupted at any moment, the next run goes on; with nothing new at the remote, it transfers the counts only.
/// </summary>
public sealed class MirrorRun
{
    private const int MostRecounts = 3;

    private readonly MirrorOptions _options;
    private readonly TableWriter _writer;
    private readonly RemoteService _service;
    private readonly TimeProvider _clock;
    private readonly IProgress<MirrorProgress>? _progress;
    private readonly ConcurrentBag<string> _notes = [];

    private MirrorRun(MirrorOptions options, TableWriter writer, RemoteService service, TimeProvider clock, IProgress<MirrorProgress>? progress) =>
        (_options, _writer, _service, _clock, _progress) = (options, writer, service, clock, progress);

    /// <summary>Runs to the end.</summary>
    /// <param name="options">What to mirror.</param>
    /// <param name="archive">The archive; its folder is made if it isn't there.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellation">Ends the run; slices that are whole stay.</param>
    /// <exception cref="IngestException">The remote can't be reached or refuses, there is no such table, the table here is something else, another ingest is running, or the disk failed. What was pulled is kept.</exception>
    /// <exception cref="ManifestException">The table's manifests or its state can't be read.</exception>
    public static async Task<MirrorReport> RunAsync(MirrorOptions options, ArchiveFolder archive, IProgress<MirrorProgress>? progress = null, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        clock ??= TimeProvider.System;
        var began = clock.GetTimestamp();
        using var writer = TableWriter.Open(archive.Table(TableNames.Checked(options.TableName)));
        using var client = new PoliteClient(options, clock);
        var service = new RemoteService(client, options.Service, Path.GetDirectoryName(writer.UnfinishedFile("mirror"))!, clock);
        try
        {
            var report = await new MirrorRun(options, writer, service, clock, progress).RunAsync(cancellation);
            return report with { Requests = client.Requests, BytesReceived = client.BytesReceived, Elapsed = clock.GetElapsedTime(began) };
        }
        catch (RemoteRefusalException error)
        {
            throw new IngestException($"{options.Service} refuses: {error.Message}", error);
        }
        catch (Exception error) when (StorageFault.IsOne(error))
        {
            throw StorageFault.Told(writer.Folder, error, "The slices that were whole are kept.");
        }
    }

    private async Task<MirrorReport> RunAsync(CancellationToken cancellation)
    {
        var former = _writer.Manifests.ReadCurrent();
        var state = StateOf(former);
        var known = TableDescription.Find(_writer.Folder, former);
        Tell("asking for the table's description");
        await _service.IntroduceAsync(cancellation);
        var described = await new RemoteDescription(_service, _options).ReadAsync(known, cancellation);
        var axis = await new AxisChoice(_service, described).ChooseAsync(_options.SliceColumn ?? state.Axis, cancellation);
        if (state.Axis is { } cutBy && cutBy != axis.Name) throw new IngestException($"{_writer.Folder.Name} was cut by {cutBy} so far and can't be cut by {axis.Name} now. Mirror it into another table: --table NAME.");
        if (axis.Kind == AxisKind.UtDate && former.Files.Any(file => !UtDay.TryParse(file.Partition, out _)))
            throw new IngestException($"The table {_writer.Folder.Name} has partitions that are no nights, with which a mirror can't be compared. Mirror into another table: --table NAME.");
        var table = described with { Definition = CutBy(axis, described.Definition) };
        RequireSameColumns(known, table.Definition);
        Tell("counting");
        var plan = await new MirrorPlanning(_service, table, axis, _options, state, former.Files.Select(file => file.Sha256).ToHashSet()).MakeAsync(cancellation);
        var mirrored = new MirroredTable(_writer, table.Definition, axis, state, _clock);
        mirrored.Begin(plan.Aggregates);
        await PullAsync(plan, table, axis, mirrored, cancellation);
        if (_options.Drop && plan.Gone.Length > 0) mirrored.Drop(plan.Gone);
        mirrored.Finish();
        var current = _writer.Manifests.ReadCurrent();
        return new MirrorReport
        {
            Added = mirrored.Added,
            Changed = mirrored.Changed,
            Gone = [.. plan.Gone.Select(range => new Drift(range.Range.ToString(), range.Rows, 0))],
            Unchanged = plan.Unchanged + mirrored.Same,
            RowsPulled = mirrored.RowsPulled,
            Rows = current.Rows,
            Requests = 0,
            BytesReceived = 0,
            ManifestNumber = current.Number,
            IsCommitted = current.Number != former.Number,
            Notes = [.. described.Notes, .. _notes.Distinct().Order(StringComparer.Ordinal)],
            Elapsed = TimeSpan.Zero,
        };
    }

    /// <summary>The state of the table: none if it is new, and of the same remote table if it isn't.</summary>
    private MirrorState StateOf(Manifest current)
    {
        var folder = _writer.Folder;
        if (MirrorState.Read(folder) is not { } state)
        {
            return current.Number == 0
                ? new MirrorState { Service = _options.Service.ToString(), RemoteTable = _options.RemoteTable, Where = _options.Where, Columns = _options.Columns }
                : throw new IngestException($"The table {folder.Name} has rows that no mirror brought. Mirror into another table: --table NAME.");
        }

        return state.IsOf(_options) ? state : throw new IngestException(
            $"The table {folder.Name} mirrors {state.RemoteTable} of {state.Service}{(state.Where is { } where ? $" where {where}" : "")}{(state.Columns.IsEmpty ? "" : $", columns {string.Join(", ", state.Columns)}")}. Mirror something else into another table: --table NAME.");
    }

    /// <summary>The table with the column that cuts it as its UT date.</summary>
    private static Table CutBy(SliceAxis axis, Table table) => new(table.Schema, table.Name, table.Columns.Select(column => column.Name == axis.Name && axis.DayType is { } type
        ? column with { Type = column.Type.SqlTypeName() == type.SqlTypeName() ? column.Type : type, Ucd = column.Ucd ?? "time.start;obs" } : column))
    {
        Description = table.Description,
        Utype = table.Utype,
        KeyColumn = table.KeyColumn,
        Position = table.Position,
        UtDateColumn = axis.DayType is { IsDate: true } ? axis.Name : null,
    };

    private void RequireSameColumns(Table? known, Table now)
    {
        if (known is null) return;
        var (before, after) = (Described(known), Described(now));
        if (before.SequenceEqual(after)) return;
        throw new IngestException(
            $"The columns of {_options.RemoteTable} have changed: {string.Join(", ", after.Except(before).Select(column => $"new {column}").Concat(before.Except(after).Select(column => $"gone {column}")).DefaultIfEmpty("their order"))}. "
            + $"Files with different columns can't be one table: mirror it into another one (--table NAME), or delete {_writer.Folder.Root} to begin anew.");

        static string[] Described(Table table) => [.. table.Columns.Select(column => $"{column.Name} {column.Type.SqlTypeName()}")];
    }

    private async Task PullAsync(MirrorPlan plan, RemoteTable table, SliceAxis axis, MirroredTable mirrored, CancellationToken cancellation)
    {
        var done = 0L;
        if (plan.Rows > 0) _progress?.Report(new MirrorProgress("pulling", 0, plan.Rows));
        await Parallel.ForEachAsync(plan.Slices, new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellation }, async (slice, stop) =>
        {
            using var staged = StagedTable.Empty(Path.GetDirectoryName(_writer.UnfinishedFile("slice"))!);
            staged.Connection.Execute("SET threads = 1");
            mirrored.Take(slice.Replaced, axis.Kind == AxisKind.UtDate ? await PullNightsAsync(slice, table, axis, staged, stop) : await PullRangesAsync(slice, table, axis, staged, stop));
            _progress?.Report(new MirrorProgress("pulling", Interlocked.Add(ref done, slice.Rows), plan.Rows));
        });
    }

    /// <summary>Nights that follow each other come by one query.</summary>
    private async Task<IReadOnlyList<(RangeCount, ImmutableArray<PartitionFile>)>> PullNightsAsync(SliceWork slice, RemoteTable table, SliceAxis axis, StagedTable staged, CancellationToken cancellation)
    {
        var whole = new AxisRange(slice.Ranges[0].Range.From, slice.Ranges[^1].Range.To);
        var pull = new SlicePull(_service, table, axis, new AxisChoice(_service, table).Second(axis), _notes);
        var ranges = slice.Ranges;
        for (var attempt = 1; ; attempt++)
        {
            await pull.PullAsync(staged, axis.Condition(whole), ranges.Sum(range => range.Rows), cancellation);
            var partitions = SliceFiles.PartitionsOf(staged, axis);
            if (IsAsCounted(ranges, partitions, axis)) return Files(ranges, partitions, axis, staged);
            ranges = await RecountAsync(whole, ranges, table, axis, cancellation);
            if (IsAsCounted(ranges, partitions, axis)) return Files(ranges, partitions, axis, staged);
            if (attempt == MostRecounts) throw Miscounted(whole.ToString(), ranges.Sum(range => range.Rows), partitions.Sum(partition => partition.Rows));
        }
    }

    /// <summary>Ranges of another column come one by one: each is a file.</summary>
    private async Task<IReadOnlyList<(RangeCount, ImmutableArray<PartitionFile>)>> PullRangesAsync(SliceWork slice, RemoteTable table, SliceAxis axis, StagedTable staged, CancellationToken cancellation)
    {
        var pull = new SlicePull(_service, table, axis, new AxisChoice(_service, table).Second(axis), _notes);
        List<(RangeCount, ImmutableArray<PartitionFile>)> pulled = [];
        foreach (var counted in slice.Ranges)
        {
            var range = counted;
            for (var attempt = 1; ; attempt++)
            {
                await pull.PullAsync(staged, axis.Condition(range.Range), range.Rows, cancellation);
                var partitions = SliceFiles.PartitionsOf(staged, axis);
                if (!IsAsCounted([range], partitions, axis)) range = (await RecountAsync(range.Range, [range], table, axis, cancellation))[0];
                if (IsAsCounted([range], partitions, axis))
                {
                    pulled.AddRange(Files([range], partitions, axis, staged));
                    break;
                }

                if (attempt == MostRecounts) throw Miscounted(range.Range.ToString(), range.Rows, partitions.Sum(partition => partition.Rows));
            }
        }

        return pulled;
    }

    /// <summary>Where more or less came than was counted, the remote may have changed meanwhile.</summary>
    private async Task<IReadOnlyList<RangeCount>> RecountAsync(AxisRange whole, IReadOnlyList<RangeCount> ranges, RemoteTable table, SliceAxis axis, CancellationToken cancellation)
    {
        var aggregates = MirrorState.Read(_writer.Folder)!.Aggregates;
        if (ranges.All(range => range.Range.IsDay) && await new NightCounts(_service, table, axis, aggregates).CountAsync(whole, null, cancellation) is { } nights) return nights;
        List<RangeCount> recounted = [];
        foreach (var range in ranges) recounted.Add(await new RangeCuts(_service, table, axis, aggregates).CountAsync(range.Range, null, cancellation));
        return recounted;
    }

    private static bool IsAsCounted(IReadOnlyList<RangeCount> ranges, IReadOnlyList<StagedPartition> partitions, SliceAxis axis) =>
        ranges.All(range => SliceFiles.RowsIn(partitions, range.Range, axis) == range.Rows) && partitions.Sum(partition => partition.Rows) == ranges.Sum(range => range.Rows);

    private List<(RangeCount, ImmutableArray<PartitionFile>)> Files(IReadOnlyList<RangeCount> ranges, IReadOnlyList<StagedPartition> partitions, SliceAxis axis, StagedTable staged)
    {
        var files = SliceFiles.Write(staged, _writer.Folder, partitions);
        return [.. ranges.Select(range => (range, files.Where(file => SliceFiles.IsIn(file.Partition, range.Range, axis)).ToImmutableArray()))];
    }

    private IngestException Miscounted(string range, long counted, long sent) => new(string.Create(CultureInfo.InvariantCulture,
        $"{_options.Service} counts {counted} rows of {_options.RemoteTable} ({range}) and sends {sent}, {MostRecounts} times. What was pulled before is kept; ask its operators, or try again later."));

    private void Tell(string stage) => _progress?.Report(new MirrorProgress(stage, 0, 0));
}
