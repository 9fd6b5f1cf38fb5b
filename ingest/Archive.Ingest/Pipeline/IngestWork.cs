using Archive.Catalogue.Folder;
using Archive.Ingest.Bookkeeping;

namespace Archive.Ingest.Pipeline;

/// <summary>What a run has to do: the files that are there, held against what is known of them.</summary>
internal sealed class IngestWork
{
    private const int MostUnsettledPaths = 1000;

    private readonly List<string> _unsettledPaths = [];

    private IngestWork(StoredFiles stored, KnownFiles known, string definition, FileList toRead) => (Stored, Known, Definition, ToRead) = (stored, known, definition, toRead);

    public StoredFiles Stored { get; }

    public KnownFiles Known { get; }

    /// <summary>What files are read by.</summary>
    public string Definition { get; }

    /// <summary>Files that are new or not as they were.</summary>
    public FileList ToRead { get; }

    /// <summary>Files that are there and settled.</summary>
    public long Listed { get; private set; }

    /// <summary>Files that are still being written.</summary>
    public long Unsettled { get; private set; }

    /// <summary>The first thousand of them.</summary>
    public IReadOnlyList<string> UnsettledPaths => _unsettledPaths;

    /// <summary>Known files that are gone, by path.</summary>
    public IReadOnlyList<string> Vanished { get; private set; } = [];

    /// <summary>Those of them that the account of files must be told of.</summary>
    public IReadOnlyList<string> Gone { get; private set; } = [];

    public bool IsNothing => ToRead.Count == 0 && Gone.Count == 0;

    /// <exception cref="IngestException">A folder or the account of files can't be read, or a folder that is empty now looks as if its disk were missing.</exception>
    public static IngestWork Find(IReadOnlyList<string> roots, ArchiveFolder archive, IngestOptions options, TableChoice choice, IngestTally tally, CancellationToken cancellation)
    {
        // The folders are looked through while what is known of them is read.
        FileList met = new();
        var discovery = new FileDiscovery(archive.Root, met.Add);
        var listing = Task.Run(() =>
        {
            foreach (var root in roots) discovery.Visit(root, cancellation);
        }, cancellation);
        var stored = new StoredFiles(archive);
        var definition = ReadingVersion.Of(options, choice);
        var known = stored.Load(roots, definition);
        listing.GetAwaiter().GetResult();
        var work = new IngestWork(stored, known, definition, met);
        met.Keep(entry => work.IsToBeRead(entry, options, tally));
        if (known.SeenCount < known.Count) work.FindVanished(roots, options);
        return work;
    }

    private bool IsToBeRead(FileList.Entry entry, IngestOptions options, IngestTally tally)
    {
        var isKnown = Known.See(entry.PathHash, out var file);
        var isAsBefore = isKnown && file.IsReadAsNow && !Known.Outcomes[file.Outcome].IsLost && file.Size == entry.Size && file.Modified == entry.Modified && !options.IsRereading;
        if (!isAsBefore && options.Settled?.IsSettled(entry.PathHash, entry.Size, entry.Modified) == false)
        {
            Unsettled++;
            if (_unsettledPaths.Count < MostUnsettledPaths) _unsettledPaths.Add(ToRead.PathOf(entry));
            return false;
        }

        Listed++;
        if (isAsBefore) tally.CountNotRead(file.Outcome);
        return !isAsBefore;
    }

    private void FindVanished(IReadOnlyList<string> roots, IngestOptions options)
    {
        var unseen = Stored.Unseen(roots, Known).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        Vanished = [.. unseen.Select(file => file.Path)];
        Gone = options.IsDroppingVanished ? Vanished : [.. unseen.Where(file => file.State != FileState.Vanished).Select(file => file.Path)];
        if (options.IsDroppingVanished && Listed + Unsettled == 0)
        {
            throw new IngestException(
                $"There is no file at all in {string.Join(", ", roots)}, of which {Vanished.Count} files are known: if it is on another disk, check whether that is mounted. Nothing was dropped. To drop them all the same, name the folder above.");
        }
    }
}
