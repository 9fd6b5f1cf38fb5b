using System.Collections.Concurrent;
using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.Ingest.Fits;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Bookkeeping;

/// <summary>
/// A run's account of itself: files are added while they are read, and <see cref="Commit"/> brings the tables of <see cref="IngestTables"/> up to date.
/// That comes after the observations are in their tables, and <c>ingest_files</c>, by which the next run knows what it need not read, comes last of all: a kill
/// anywhere between leaves files that are in the archive and not in the account, and they are read again, to the same rows.
/// </summary>
internal sealed class IngestLedger : IDisposable
{
    /// <summary>Sets of keywords belong to no month.</summary>
    private static readonly DateOnly NoMonth = new(1970, 1, 1);

    private readonly List<IDisposable> _open = [];
    private readonly string _definition;
    private readonly TimeProvider _clock;
    private readonly IngestSession _files;
    private readonly IngestSession _issues;
    private readonly IngestSession _keywords;
    private readonly IngestSession _sets;
    private readonly IngestSession _runs;
    private readonly RecordSpool _entries;
    private readonly FileChanges _changes;
    private readonly ConcurrentDictionary<ulong, byte> _metSets = new();

    private IngestLedger(ArchiveFolder archive, string definition, TimeProvider clock)
    {
        (_definition, _clock) = (definition, clock);
        try
        {
            _files = Open(archive, IngestTables.Files);
            _issues = Open(archive, IngestTables.Issues);
            _keywords = Open(archive, IngestTables.Keywords);
            _sets = Open(archive, IngestTables.KeywordSets);
            _runs = Open(archive, IngestTables.Runs);
            RecordSpool? entries = null;
            FileChanges? changes = null;
            _files.Guard(() => _open.Add(entries = new RecordSpool(_files.UnfinishedFile("entries"), new RowCodec(IngestTables.Files))));
            _files.Guard(() => _open.Add(changes = new FileChanges(_files, entries!)));
            (_entries, _changes) = (entries!, changes!);
            Number = 1 + RunAccount.LastNumber(_runs);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Number of this run.</summary>
    public int Number { get; }

    /// <summary>Number of the snapshot of <c>ingest_files</c> that this run changes.</summary>
    public int FormerSnapshot => _files.Current.Number;

    /// <exception cref="IngestException">Another ingest is running, or the folder can't be written to.</exception>
    public static IngestLedger Open(ArchiveFolder archive, string definition, TimeProvider clock) => new(archive, definition, clock);

    /// <summary>Notes a file. Thread-safe.</summary>
    public void Add(FileEntry entry)
    {
        var month = new DateOnly(entry.Month.Year, entry.Month.Month, 1);
        // What may be otherwise without the file being touched is asked again each time.
        var mayChange = entry.Code is nameof(RefusalCode.NotFound) or nameof(RefusalCode.Unreadable);
        var record = Record(IngestTables.Files, entry.Path, month,
            FieldValue.OfText(entry.Path), FieldValue.OfInteger(entry.Size), FieldValue.OfTimestamp(entry.Modified), Text(entry.Facts?.Hash),
            Text(entry.Record?.Table.Name), Text(entry.Record?.KoaId), entry.Record is { } row ? FieldValue.OfDate(row.UtDate) : FieldValue.Null,
            FieldValue.OfText(entry.State), Text(entry.Code), FieldValue.OfInteger(Number), Text(entry.Facts is { } facts ? HeaderFacts.NameOf(facts.KeywordSet) : null),
            FieldValue.OfInteger(entry.Issues.Count), Text(mayChange ? null : _definition), FieldValue.OfDate(month));
        _files.Guard(() => _entries.Add(record, 0, entry.Path));
        for (var number = 1; number <= entry.Issues.Count; number++) Add(entry.Path, number, entry.Issues[number - 1], month);
    }

    /// <summary>Notes which keywords a header holds. Thread-safe.</summary>
    public void AddKeywords(HeaderFacts facts, FitsHeader header)
    {
        if (!_metSets.TryAdd(facts.KeywordSet, 0)) return;
        var set = HeaderFacts.NameOf(facts.KeywordSet);
        foreach (var keyword in HeaderFacts.KeywordsOf(header))
        {
            var key = $"{set}/{keyword}";
            _sets.Add(Record(IngestTables.KeywordSets, key, NoMonth, FieldValue.OfText(key), FieldValue.OfText(set), FieldValue.OfText(keyword), FieldValue.OfDate(NoMonth)), 0, set);
        }
    }

    /// <summary>Files that aren't among those added and must be read, too: each had the observation of a file that has none, or another one, now.</summary>
    public IReadOnlyList<string> Heirs()
    {
        IReadOnlyList<string>? heirs = null;
        _files.Guard(() => heirs = _changes.Heirs());
        return heirs!;
    }

    /// <summary>Rows of observations whose file is now another observation's, or dropped: to be removed. After all files are added.</summary>
    public IReadOnlyList<(string Table, string Key, DateOnly UtDate)> LostRows()
    {
        IReadOnlyList<(string, string, DateOnly)>? lost = null;
        _files.Guard(() => lost = _changes.Resolve());
        return lost!;
    }

    /// <summary>Brings the tables up to date, the files last. Where nothing differs, nothing is written.</summary>
    /// <exception cref="IngestException">The disk failed or is full.</exception>
    public void Commit(RunAccount account, bool isAnythingCommitted, CancellationToken cancellation)
    {
        _files.Guard(() =>
        {
            foreach (var (key, month) in _changes.StaleIssues()) _issues.Remove(key, month);
            isAnythingCommitted |= _issues.Commit(cancellation).IsCommitted;
            isAnythingCommitted |= _sets.Commit(cancellation).IsCommitted;
            _changes.CountKeywords(_keywords, _sets);
            isAnythingCommitted |= _keywords.Commit(cancellation).IsCommitted;
            if (!isAnythingCommitted && !_changes.IsAnything) return;
            _changes.Apply(_files);
            account.AddTo(_runs, Number, _clock);
            _runs.Commit(cancellation);
            _changes.Dispose();
            _entries.Dispose();
            UnusedMemory.GiveBack(account.Report.Files);
            _files.Commit(cancellation);
        });
    }

    public void Dispose()
    {
        for (var last = _open.Count - 1; last >= 0; last--) _open[last].Dispose();
        _open.Clear();
    }

    internal static ObservationRecord Record(Table table, string key, DateOnly month, params FieldValue[] values) => new(table, values, key, month);

    private void Add(string path, int number, FileIssue issue, DateOnly month)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{path}#{number}");
        _issues.Add(Record(IngestTables.Issues, key, month, FieldValue.OfText(key), FieldValue.OfText(path), Integer(issue.Hdu), Integer(issue.Card), Text(issue.Keyword),
            FieldValue.OfText(issue.Code), FieldValue.OfText(issue.Severity), FieldValue.OfText(issue.Message), FieldValue.OfDate(month)), 0, path);
    }

    private IngestSession Open(ArchiveFolder archive, Table table)
    {
        var session = IngestSession.Open(() => TableWriter.Open(archive.Table(table.Name)), table, _clock, hasStableNights: true);
        _open.Add(session);
        return session;
    }

    private static FieldValue Text(string? text) => text is null ? FieldValue.Null : FieldValue.OfText(text);

    private static FieldValue Integer(int? number) => number is { } value ? FieldValue.OfInteger(value) : FieldValue.Null;
}
