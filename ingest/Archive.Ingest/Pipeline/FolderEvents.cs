namespace Archive.Ingest.Pipeline;

/// <summary>
/// Collects what the system tells of files that come and change in some folders. It may tell too little, and of network file systems nothing: whoever uses it looks
/// through the folders, too, from time to time.
/// </summary>
internal sealed class FolderEvents : IDisposable
{
    /// <summary>More paths than this are not worth being asked for one by one.</summary>
    private const int MostPaths = 1000;

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly string _archiveRoot;
    private bool _isOverflown;

    public FolderEvents(IEnumerable<string> roots, string archiveRoot)
    {
        _archiveRoot = Path.TrimEndingDirectorySeparator(Path.GetFullPath(archiveRoot));
        foreach (var root in roots.Where(Directory.Exists))
        {
            try
            {
                var watcher = new FileSystemWatcher(root) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
                _watchers.Add(watcher);
                watcher.Created += (_, change) => Note(root, change.FullPath);
                watcher.Changed += (_, change) => NoteFile(root, change.FullPath);
                watcher.Renamed += (_, change) => Note(root, change.FullPath);
                watcher.Error += (_, _) => Overflow();
                watcher.EnableRaisingEvents = true;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
            {
                // Too many folders to be watched, or a file system that can't be: looking through them finds the files, only later.
            }
        }
    }

    /// <summary>Waits until something is told, or for a time at most.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => _signal.WaitAsync(most, cancellation);

    /// <summary>The paths that were told of since the last call, without those that are gone; null where they are too many.</summary>
    public IReadOnlyList<string>? Take()
    {
        lock (_paths)
        {
            IReadOnlyList<string>? paths = _isOverflown ? null : [.. _paths.Where(Path.Exists)];
            _paths.Clear();
            _isOverflown = false;
            return paths;
        }
    }

    public void Dispose()
    {
        // The signal isn't disposed: an event that is under way may still give it.
        foreach (var watcher in _watchers) watcher.Dispose();
    }

    private void Note(string root, string path)
    {
        if (FileDiscovery.IsAtOrBelow(path, _archiveRoot) || Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Any(name => name[0] == '.')) return;
        lock (_paths)
        {
            if (_paths.Count >= MostPaths) _isOverflown = true;
            else _paths.Add(path);
            Signal();
        }
    }

    /// <summary>A folder changes with everything that comes into it, which is told of by itself.</summary>
    private void NoteFile(string root, string path)
    {
        if (!Directory.Exists(path)) Note(root, path);
    }

    private void Overflow()
    {
        lock (_paths)
        {
            _isOverflown = true;
            Signal();
        }
    }

    private void Signal()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }
}
