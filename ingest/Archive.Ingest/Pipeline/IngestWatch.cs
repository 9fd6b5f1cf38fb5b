using Archive.Catalogue.Folder;

namespace Archive.Ingest.Pipeline;

/// <summary>
/// Takes files as they come, in batches, until it is cancelled. Each batch is an ingest of its own: whole or not at all. A file that is still being written waits until
/// it is quiet. Paths that the system tells of are looked at one by one; all folders are looked through at the start and at every rescan.
/// </summary>
public sealed class IngestWatch
{
    private readonly IReadOnlyList<string> _roots;
    private readonly ArchiveFolder _archive;
    private readonly WatchOptions _watch;
    private readonly IngestOptions _options;
    private readonly SettledFiles _settled;
    private readonly TimeProvider _clock;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private long _lastRescan;
    private long _vanished;

    private IngestWatch(IEnumerable<string> paths, ArchiveFolder archive, WatchOptions watch, IngestOptions options, TimeProvider clock)
    {
        (_roots, _archive, _watch, _clock) = (FileDiscovery.RootsOf(paths), archive, watch, clock);
        _settled = new SettledFiles(watch.Quiet, clock);
        _options = options with { Settled = _settled, Roots = _roots };
    }

    /// <summary>Watches until it is cancelled; a batch that is being written then leaves no trace.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="archive">The archive; its folder is made where there is none.</param>
    /// <param name="watch">How to wait.</param>
    /// <param name="options">What else to do.</param>
    /// <param name="tell">Told of each batch that read something or found files gone.</param>
    /// <param name="tellFault">Told why a batch could not be taken; it is tried again at the next rescan.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellation">Ends the watching; no fault.</param>
    /// <exception cref="IngestException">The first look failed: a path doesn't exist, another ingest is running, the disk failed or is full.</exception>
    public static async Task RunAsync(
        IEnumerable<string> paths, ArchiveFolder archive, WatchOptions watch, IngestOptions options, Action<IngestReport> tell, Action<string> tellFault, TimeProvider? clock = null,
        CancellationToken cancellation = default)
    {
        try
        {
            await new IngestWatch(paths, archive, watch, options, clock ?? TimeProvider.System).RunAsync(tell, tellFault, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // As it was asked to.
        }
    }

    private async Task RunAsync(Action<IngestReport> tell, Action<string> tellFault, CancellationToken cancellation)
    {
        using var events = new FolderEvents(_roots, _archive.Root);
        var report = Look(_roots, isRescan: true, tell, cancellation);
        while (true)
        {
            await WaitAsync(events, report, cancellation).ConfigureAwait(false);
            var told = events.Take();
            var isRescan = told is null || report is null || report.Unsettled > report.UnsettledPaths.Count || _clock.GetElapsedTime(_lastRescan) >= _watch.Rescan;
            _paths.UnionWith(told ?? []);
            try
            {
                report = Look(isRescan ? _roots : [.. _paths.Where(Path.Exists)], isRescan, tell, cancellation);
                var pause = report.Writing * _watch.PauseFactor;
                await Task.Delay(pause < _watch.Rescan ? pause : _watch.Rescan, _clock, cancellation).ConfigureAwait(false);
            }
            catch (IngestException error)
            {
                (report, _lastRescan) = (null, _clock.GetTimestamp());
                tellFault(error.Message);
            }
        }
    }

    /// <summary>While files aren't quiet they are looked at again soon; else until something is told, or it is time to look through all.</summary>
    private Task WaitAsync(FolderEvents events, IngestReport? report, CancellationToken cancellation)
    {
        var untilRescan = _watch.Rescan - _clock.GetElapsedTime(_lastRescan);
        var most = untilRescan > TimeSpan.Zero ? untilRescan : TimeSpan.Zero;
        if (report is null) return Task.Delay(most, _clock, cancellation);
        if (report.Unsettled == 0) return events.WaitAsync(most, cancellation);
        var soon = TimeSpan.FromTicks(Math.Max(_watch.Quiet.Ticks / 2, report.Elapsed.Ticks * _watch.PauseFactor));
        return Task.Delay(soon < most ? soon : most, _clock, cancellation);
    }

    private IngestReport Look(IReadOnlyList<string> paths, bool isRescan, Action<IngestReport> tell, CancellationToken cancellation)
    {
        var started = _clock.GetTimestamp();
        var report = IngestRun.Run(paths, _archive, null, _clock, _options, cancellation);
        if (report.Files > report.NotRead || (isRescan && report.Vanished != _vanished)) tell(report);
        _paths.Clear();
        _paths.UnionWith(report.UnsettledPaths);
        if (!isRescan) return report;
        (_lastRescan, _vanished) = (started, report.Vanished);
        _settled.ForgetBefore(started);
        return report;
    }
}
