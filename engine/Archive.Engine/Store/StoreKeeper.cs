using System.Collections.Immutable;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Engine.Store;

/// <summary>
/// Keeps the store in step with the manifests. A new manifest is loaded in one transaction; only its commit, which is short, keeps
/// queries from starting. A query that starts takes its snapshot and begins its transaction between two commits, so it sees one
/// manifest of each table whole.
/// </summary>
internal sealed class StoreKeeper(ArchiveFolder folder, StoreFile store, TimeSpan? interval, TimeProvider time) : IDisposable
{
    private readonly ReaderWriterLockSlim commitGate = new();
    private readonly Lock refreshing = new();
    private ITimer? timer;
    private bool isDisposed;

    public Snapshot Current { get; private set; } = Snapshot.Empty;

    public string? Problem { get; private set; }

    /// <summary>Loads what is there, and from then on looks again at every interval.</summary>
    /// <returns>True if a table had to be loaded whole.</returns>
    public bool Start(Action<string>? progress)
    {
        var hasLoaded = Bring(new FirstLoad(store), progress);
        store.Lock();
        store.TakeLoadMemoryBack();
        if (interval is { } period) timer = time.CreateTimer(_ => Refresh(), null, period, period);
        return hasLoaded;
    }

    /// <summary>Takes new manifests, if there are. A manifest that can't be loaded leaves the former snapshot in place.</summary>
    public void Refresh()
    {
        if (!refreshing.TryEnter()) return;
        try
        {
            if (!isDisposed) Bring(firstLoad: null, progress: null);
            Problem = null;
        }
        catch (Exception error) when (error is ManifestException or DuckDbException or IOException or EngineException)
        {
            Problem = error.Message;
        }
        finally
        {
            if (!isDisposed) store.TakeLoadMemoryBack();
            refreshing.Exit();
        }
    }

    /// <summary>Runs what starts a query while no commit can come between its snapshot and its transaction.</summary>
    public T WithSnapshot<T>(Func<Snapshot, T> start)
    {
        commitGate.EnterReadLock();
        try
        {
            return start(Current);
        }
        finally
        {
            commitGate.ExitReadLock();
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        lock (refreshing) isDisposed = true;
        commitGate.Dispose();
    }

    /// <returns>True if a table was loaded by <paramref name="firstLoad"/>.</returns>
    private bool Bring(FirstLoad? firstLoad, Action<string>? progress)
    {
        var numbers = folder.TableNames.ToImmutableSortedDictionary(name => name, name => new ManifestStore(folder.Table(name)).CurrentNumber());
        if (Current != Snapshot.Empty && numbers.SequenceEqual(Current.ManifestNumbers)) return false;

        var manifests = numbers.Where(pair => pair.Value > 0).ToImmutableSortedDictionary(pair => pair.Key, pair => new ManifestStore(folder.Table(pair.Key)).Read(pair.Value));
        var tables = manifests.Select(pair => TableDescription.Read(folder.Table(pair.Key).DescriptionOf(pair.Value))).ToList();
        var snapshot = new Snapshot(StoredTables.Describe(tables), numbers);
        using var connection = store.Connect();
        var journal = new StoreJournal(connection);
        var loader = new StoreTables(connection, journal);
        var outdated = tables.Where(table => !journal.IsCurrent(table, numbers[table.Name]))
            .Select(table => (Table: table, Folder: folder.Table(table.Name), Manifest: manifests[table.Name],
                IsFirst: firstLoad is not null && journal.MustBeLoadedAnew(table)))
            .ToList();
        if (outdated.Count > 0) store.GrantLoadMemory();
        foreach (var (table, tableFolder, manifest, _) in outdated.Where(part => part.IsFirst)) firstLoad!.Load(table, tableFolder, manifest, progress);

        connection.Execute("BEGIN TRANSACTION");
        foreach (var gone in journal.Names().Except(tables.Select(table => table.Name))) loader.Drop(gone);
        foreach (var (table, tableFolder, manifest, isFirst) in outdated)
        {
            progress?.Invoke($"completing {table.Name} in the query store");
            if (isFirst) loader.Complete(table, manifest);
            else loader.Bring(table, tableFolder, manifest);
        }

        ObsCoreViews.Write(connection, snapshot.Tables);
        TapSchemaRows.Write(connection, snapshot.Tables);
        Commit(connection, snapshot);
        // What a first load wrote goes into the database file now, not when the next start finds it in the log.
        var hasLoaded = outdated.Any(part => part.IsFirst);
        if (hasLoaded) connection.Execute("CHECKPOINT");
        return hasLoaded;
    }

    private void Commit(DuckDbConnection connection, Snapshot snapshot)
    {
        commitGate.EnterWriteLock();
        try
        {
            connection.Execute("COMMIT");
            Current = snapshot;
        }
        finally
        {
            commitGate.ExitWriteLock();
        }
    }
}
