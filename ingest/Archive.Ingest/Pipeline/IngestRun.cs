using System.Diagnostics;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.Ingest.Bookkeeping;
using Archive.Ingest.Fits;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>
/// One ingest: files and folders -> headers -> records -> partitions. Files that are as they were when they were last read are passed over. A file that
/// gives no record goes to the quarantine with its reason and stops nothing. Either the whole ingest becomes current or nothing of it; cancelled or killed, it leaves the
/// archive as it was, and the same call again does it all.
/// </summary>
public sealed class IngestRun
{
    private const int FilesPerProgress = 64;

    private readonly ArchiveFolder _archive;
    private readonly IngestOptions _options;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly TimeProvider _clock;
    private readonly IngestTally _tally = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _total;

    private IngestRun(ArchiveFolder archive, IngestOptions options, IProgress<IngestProgress>? progress, TimeProvider clock) =>
        (_archive, _options, _progress, _clock) = (archive, options, progress, clock);

    /// <summary>The table that takes the files of instruments that aren't known, where no other is named.</summary>
    public const string GeneralTableName = "observations";

    /// <summary>The table whose quarantine takes the files that no table takes, where none is named.</summary>
    public static Table HomeTable => InstrumentRegistry.All.First().Definition.Table;

    /// <summary>Ingests files, and folders with all that is in them. Content decides what a file is, not its name.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="archive">The archive; its folder is made where there is none.</param>
    /// <param name="progress">Told every few files, from any thread.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="options">How files are read, leniently by default, which, and which table takes them.</param>
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
        var started = _clock.GetUtcNow();
        var choice = TableChoice.Of(_options, _archive);
        var roots = FileDiscovery.RootsOf(paths);
        Report(IngestStage.Listing);
        var work = IngestWork.Find(roots, _archive, _options, choice, _tally, cancellation);
        if (work.IsNothing) return Describe(work, choice, new Dictionary<string, IngestSummary>(StringComparer.Ordinal));
        _total = work.Listed;
        using var ledger = IngestLedger.Open(_archive, work.Definition, _clock);
        if (ledger.FormerSnapshot != work.Stored.Manifest.Number) throw new IngestException("Another ingest has ended just now, and what it took is not known here yet. Start again.");
        using var sessions = new TableSessions(_archive, _clock);
        sessions.Lock(choice.Home);
        if (choice.IsGeneralForAll) choice.General!.Open();
        var home = _archive.Table(choice.Home);
        var quarantine = new Quarantine(home);
        var reader = new FileReader(_options, choice, _options.Roots ?? roots, ledger, sessions, quarantine, _tally, _clock);
        Read(reader, choice.General, work.ToRead, _options.IsRereading ? null : work.Known, cancellation);
        work.ToRead.Clear();
        UnusedMemory.GiveBack(work.Listed);
        foreach (var path in work.Gone)
        {
            ledger.Add(FileEntry.Gone(path, _options.IsDroppingVanished));
            if (_options.IsDroppingVanished) quarantine.Release(path);
        }

        FileList heirs = new();
        var discovery = new FileDiscovery(_archive.Root, heirs.Add);
        foreach (var path in ledger.Heirs().Where(File.Exists)) discovery.Visit(path, cancellation);
        Read(reader, choice.General, heirs, null, cancellation);

        Report(IngestStage.Writing);
        var read = _watch.Elapsed;
        foreach (var (table, key, utDate) in ledger.LostRows()) sessions.Remove(table, key, utDate);
        var tables = sessions.Commit(cancellation);
        StorageFault.Guard(home, quarantine.Save, "All that could be taken is in the table; only the list of refused files is not.");
        var report = Describe(work, choice, tables);
        UnusedMemory.GiveBack(work.Listed);
        ledger.Commit(new RunAccount(started, _options.Arguments, report), tables.Values.Any(table => table.IsCommitted), cancellation);
        return report with { Elapsed = _watch.Elapsed, Writing = _watch.Elapsed - read };
    }

    private IngestReport Describe(IngestWork work, TableChoice choice, IReadOnlyDictionary<string, IngestSummary> tables)
    {
        var quarantine = Quarantine.ListFileOf(_archive.Table(choice.Home));
        return new IngestReport
        {
            Files = work.Listed,
            NotRead = _tally.NotRead,
            Tables = tables,
            UnchangedFiles = _tally.KnownAs(FileState.Taken, work.Known),
            DuplicateFiles = _tally.KnownAs(FileState.Duplicate, work.Known),
            RefusedByCode = _tally.RefusedByCode(work.Known),
            IssuesByCode = new SortedDictionary<string, long>(_tally.Issues, StringComparer.Ordinal),
            KeywordsLeftOut = choice.General?.KeywordsLeftOut ?? 0,
            Vanished = work.Vanished.Count,
            VanishedPaths = work.Vanished,
            Unsettled = work.Unsettled,
            UnsettledPaths = work.UnsettledPaths,
            QuarantineFile = File.Exists(quarantine) ? quarantine : null,
            Elapsed = _watch.Elapsed,
        };
    }

    /// <summary>Reads files. Those of the general table are looked at only, and read again when all have told what columns it needs.</summary>
    private void Read(FileReader reader, GeneralTable? general, FileList files, KnownFiles? known, CancellationToken cancellation)
    {
        ParallelWork.ForEach(files.Files, file => Tell(reader.Read(file, known)), cancellation);
        if (general is not { HasFiles: true }) return;
        var translator = general.Complete();
        StorageFault.Guard(general.Folder, general.Save);
        ParallelWork.ForEach(files.Files.Where(general.IsExpected), file => Tell(reader.Read(file, translator)), cancellation);
    }

    private void Tell(long? seen)
    {
        if (seen % FilesPerProgress == 0 || seen + _tally.NotRead == _total) Report(IngestStage.Reading);
    }

    private void Report(IngestStage stage) => _progress?.Report(new IngestProgress(stage, _tally.NotRead + _tally.Seen, _tally.NotRead + _tally.Taken, _total, _watch.Elapsed));
}
