using System.Diagnostics;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.Ingest.Fits;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>
/// One ingest: files and folders -> headers -> records -> partitions. A file that gives no record goes to the quarantine with its reason and
/// stops nothing. Either the whole ingest becomes current or nothing of it; cancelled or killed, it leaves the archive as it was, and
/// the same call again does it all.
/// </summary>
public sealed class IngestRun
{
    private const int FilesPerProgress = 64;

    private readonly ArchiveFolder _archive;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly TimeProvider _clock;
    private readonly IngestOptions _options;
    private readonly IngestTally _tally = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _total;

    private IngestRun(ArchiveFolder archive, IngestOptions options, IProgress<IngestProgress>? progress, TimeProvider clock) =>
        (_archive, _options, _progress, _clock) = (archive, options, progress, clock);

    /// <summary>The table whose quarantine takes the files that belong to no known table.</summary>
    public static Table HomeTable => InstrumentRegistry.All[0].Definition.Table;

    /// <summary>Ingests files, and folders with all that is in them. Content decides what a file is, not its name.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="archive">The archive; its folder is made where there is none.</param>
    /// <param name="progress">Told every few files, from any thread.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="options">How files are read; leniently by default.</param>
    /// <param name="cancellation">Ends the ingest; nothing of it is committed.</param>
    /// <exception cref="IngestException">A path doesn't exist, another ingest is running, the disk failed or is full.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IngestReport Run(
        IEnumerable<string> paths, ArchiveFolder archive, IProgress<IngestProgress>? progress = null, TimeProvider? clock = null, IngestOptions? options = null,
        CancellationToken cancellation = default) =>
        new IngestRun(archive, options ?? new IngestOptions(), progress, clock ?? TimeProvider.System).Run(paths, cancellation);

    /// <summary>The files in the quarantine of a table, by path.</summary>
    /// <exception cref="IngestException">The list can't be read.</exception>
    public static IReadOnlyList<FileRefusal> ReadQuarantine(TableFolder table) => Quarantine.Read(table);

    private IngestReport Run(IEnumerable<string> paths, CancellationToken cancellation)
    {
        Report(IngestStage.Listing);
        var files = FileDiscovery.List(paths, _archive.Root, cancellation);
        _total = files.LongCount();
        using var sessions = new TableSessions(_archive, _clock);
        sessions.Of(HomeTable);
        var home = _archive.Table(HomeTable.Name);
        var quarantine = new Quarantine(home);
        ParallelWork.ForEach(files.Index(), file => Read(file.Item, file.Index, sessions, quarantine), cancellation);
        Report(IngestStage.Writing);
        var tables = sessions.Commit(cancellation);
        StorageFault.Guard(home, quarantine.Save, "All that could be taken is in the table; only the list of refused files is not.");
        return new IngestReport
        {
            Files = _tally.Seen,
            Tables = tables,
            RefusedByCode = new SortedDictionary<string, long>(_tally.Refused, StringComparer.Ordinal),
            IssuesByCode = new SortedDictionary<string, long>(_tally.Issues, StringComparer.Ordinal),
            QuarantineFile = File.Exists(Quarantine.ListFileOf(home)) ? Quarantine.ListFileOf(home) : null,
            Elapsed = _watch.Elapsed,
        };
    }

    private void Read(string path, long order, TableSessions sessions, Quarantine quarantine)
    {
        var reading = HeaderSource.Open(path, hdu: _options.Hdu);
        var translation = reading.IsRead ? InstrumentRegistry.Translate(reading.Header) : null;
        var refusal = Refusal(path, reading, translation);
        long seen;
        if (refusal is null)
        {
            sessions.Add(translation!.Record!, order, path);
            quarantine.Release(path);
            seen = _tally.CountTaken(reading.Header!.Issues.Select(issue => issue.Code.ToString()).Concat(translation.Issues.Select(issue => issue.Code.ToString())));
        }
        else
        {
            quarantine.Add(refusal);
            seen = _tally.CountRefused(refusal.Code);
        }

        if (seen % FilesPerProgress == 0 || seen == _total) Report(IngestStage.Reading);
    }

    private FileRefusal? Refusal(string path, HeaderReading reading, TranslationResult? translation)
    {
        if (translation is null) return FileRefusal.Of(path, reading.Refusal!, _clock.GetUtcNow());
        if (!translation.IsTaken) return FileRefusal.Of(path, translation.Refusal, _clock.GetUtcNow());
        return _options.IsStrict && StrictReading.Judge(reading.Header!, translation.Issues) is { } deviates ? FileRefusal.Of(path, deviates, _clock.GetUtcNow()) : null;
    }

    private void Report(IngestStage stage) => _progress?.Report(new IngestProgress(stage, _tally.Seen, _tally.Taken, _total, _watch.Elapsed));
}
