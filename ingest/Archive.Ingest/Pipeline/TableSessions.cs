using System.Collections.Concurrent;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>A session for each table that the files of an ingest belong to, opened when the first record of it comes. A table may be locked before, while it isn't known yet what columns it will have.</summary>
internal sealed class TableSessions(ArchiveFolder archive, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<TableWriter>> _writers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IngestSession>> _sessions = new(StringComparer.Ordinal);

    /// <summary>Takes the table for this ingest. Thread-safe, and may be done again.</summary>
    /// <exception cref="IngestException">Another ingest is running, or the folder can't be written to.</exception>
    public void Lock(string table) => _ = WriterOf(table);

    public void Add(ObservationRecord record, string source) => Of(record.Table).Add(record, 0, source);

    /// <summary>Removes a row. Not thread-safe.</summary>
    public void Remove(string table, string key, DateOnly utDate)
    {
        if (!_sessions.TryGetValue(table, out var session)) Of(Stored(archive.Table(table))).Remove(key, utDate);
        else session.Value.Remove(key, utDate);
    }

    /// <summary>Commits table after table, by name. Tables are independent: if one fails, those before it are committed.</summary>
    public IReadOnlyDictionary<string, IngestSummary> Commit(CancellationToken cancellation)
    {
        SortedDictionary<string, IngestSummary> summaries = new(StringComparer.Ordinal);
        foreach (var (name, session) in _sessions.OrderBy(pair => pair.Key, StringComparer.Ordinal)) summaries[name] = session.Value.Commit(cancellation);
        return summaries;
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values.Where(session => session.IsValueCreated)) session.Value.Dispose();
        foreach (var writer in _writers.Where(pair => pair.Value.IsValueCreated && !_sessions.ContainsKey(pair.Key))) writer.Value.Value.Dispose();
    }

    private static Table Stored(TableFolder folder) => TableDescription.Read(folder.DescriptionOf(new ManifestStore(folder).ReadCurrent()));

    private IngestSession Of(Table table) =>
        _sessions.GetOrAdd(table.Name, _ => new Lazy<IngestSession>(() => IngestSession.Open(() => WriterOf(table.Name), table, clock))).Value;

    private TableWriter WriterOf(string table) => _writers.GetOrAdd(table, _ => new Lazy<TableWriter>(() => TableWriter.Open(archive.Table(table)))).Value;
}
