using System.Collections.Concurrent;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>A session for each table that the files of an ingest belong to, opened when the first record of it comes.</summary>
internal sealed class TableSessions(ArchiveFolder archive, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<IngestSession>> _sessions = new(StringComparer.Ordinal);

    /// <summary>The session of a table.</summary>
    public IngestSession Of(Table table) =>
        _sessions.GetOrAdd(table.Name, _ => new Lazy<IngestSession>(() => IngestSession.Open(archive.Table(table.Name), table, clock))).Value;

    public void Add(ObservationRecord record, string source) => Of(record.Table).Add(record, 0, source);

    /// <summary>Removes a row. Not thread-safe.</summary>
    public void Remove(string table, string key, DateOnly utDate)
    {
        if (!_sessions.TryGetValue(table, out var session))
            Of(TableDescription.Read(archive.Table(table).DescriptionFile)).Remove(key, utDate);
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
    }
}
