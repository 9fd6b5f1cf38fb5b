using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Bookkeeping;

/// <summary>
/// What a run's files change in <c>ingest_files</c>, worked out in a temporary DuckDB database on disk, so that a million of them take no
/// more memory than a few. Its tables: <c>entries</c>, what the run says; <c>former</c>, what was known of these files and of those that had the same observations; <c>winners</c>, which
/// file each observation is of now; <c>files</c>, the rows as they will be.
/// </summary>
internal sealed class FileChanges : IDisposable
{
    private static readonly Table Files = IngestTables.Files;

    /// <summary>A file that has a row in a table: all but the duplicates that name one.</summary>
    private const string HasRow = "row_key IS NOT NULL AND state <> 'duplicate'";

    private const string KeyHash = "hash(table_name, row_key)";

    /// <summary>What is known is compared with what is met: a re-reading of all needs more memory the more there is.</summary>
    private const long RowsPerMegabyte = 4096;

    private readonly RecordSpool _spool;
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;
    private int _loaded;

    public FileChanges(IngestSession files, RecordSpool entries)
    {
        _spool = entries;
        _database = DuckDbDatabase.Open(files.UnfinishedFile("changes.duckdb"), [new("memory_limit", FormattableString.Invariant($"{128 + (files.Current.Rows / RowsPerMegabyte)}MB")), new("threads", "1"), new("temp_directory", files.UnfinishedFile("spill"))]);
        _connection = _database.Connect();
        _connection.Execute($"CREATE VIEW stored AS FROM {StoredFiles.Source(files.Folder, Files, files.Current.Files)}");
        foreach (var name in (string[])["entries", "former"]) _connection.Execute($"CREATE TABLE {name} ({Files.SqlDefinition()})");
        _connection.Execute("CREATE TABLE winners (table_name VARCHAR, row_key VARCHAR, path VARCHAR)");
    }

    /// <inheritdoc cref="IngestLedger.Heirs"/>
    public IReadOnlyList<string> Heirs()
    {
        Load();
        return [.. RowReading.TextsAndDate(_connection, $"""
            SELECT DISTINCT path, ut_month FROM former SEMI JOIN ({Lost}) lost USING (table_name, row_key)
            WHERE state = 'duplicate' AND path NOT IN (SELECT path FROM entries)
            """).Select(heir => heir.Texts[0])];
    }

    /// <inheritdoc cref="IngestLedger.LostRows"/>
    public IReadOnlyList<(string Table, string Key, DateOnly UtDate)> Resolve()
    {
        Load();
        var lost = RowReading.TextsAndDate(_connection, Lost).Select(row => (row.Texts[0], row.Texts[1], row.Date)).ToList();
        _connection.Execute($"""
            UPDATE entries SET state = 'duplicate' WHERE state = 'taken' AND {KeyHash} IN (FROM doubles) AND path NOT IN (SELECT path FROM winners);

            CREATE TABLE kept AS
            -- A file that can't be read any more doesn't take its row away.
            SELECT e.* REPLACE (f.table_name AS table_name, f.row_key AS row_key, f.date_obs AS date_obs,
                CASE WHEN f.state = e.state AND f.code = e.code AND f.file_size = e.file_size AND f.modified = e.modified AND f.definition IS NOT DISTINCT FROM e.definition THEN f.run ELSE e.run END AS run)
            FROM entries e LEFT JOIN (SELECT * REPLACE ({Kept("table_name")}, {Kept("row_key")}, {Kept("date_obs")}) FROM former) f USING (path) WHERE e.state = 'quarantined'
            UNION ALL
            SELECT f.* REPLACE (e.file_size AS file_size, e.modified AS modified, e.run AS run) FROM former f JOIN entries e USING (path) WHERE e.state = 'same'
            UNION ALL
            SELECT f.* REPLACE ({Kept("table_name", "f.")}, {Kept("row_key", "f.")}, {Kept("date_obs", "f.")}, 'vanished' AS state, e.run AS run) FROM former f JOIN entries e USING (path) WHERE e.state = 'vanished'
            UNION ALL
            SELECT f.* FROM former f JOIN winners w USING (table_name, row_key)
            WHERE f.path <> w.path AND f.path NOT IN (SELECT path FROM entries) AND f.state <> 'duplicate';

            -- Another file has the observation now.
            UPDATE kept SET state = 'duplicate' FROM winners w
            WHERE kept.table_name = w.table_name AND kept.row_key = w.row_key AND kept.path <> w.path AND kept.state = 'taken';
            UPDATE kept SET table_name = NULL, row_key = NULL, date_obs = NULL FROM winners w
            WHERE kept.table_name = w.table_name AND kept.row_key = w.row_key AND kept.path <> w.path AND kept.state IN ('vanished', 'quarantined');

            CREATE TABLE files AS
            SELECT e.* REPLACE (CASE WHEN {SameAsFormer} THEN f.run ELSE e.run END AS run)
            FROM entries e LEFT JOIN former f USING (path) WHERE e.state IN ('taken', 'duplicate')
            UNION ALL FROM kept;
            """);
        return lost;
    }

    /// <summary>Keys of rows of <c>ingest_issues</c> that hold no longer, each with its month.</summary>
    public IEnumerable<(string Key, DateOnly Month)> StaleIssues() => RowReading.TextsAndDate(_connection, """
        SELECT f.path || '#' || number, f.ut_month
        FROM former f JOIN entries e USING (path), range(1, f.issue_count + 1) numbers(number)
        WHERE e.state NOT IN ('same', 'vanished') AND (e.state = 'dropped' OR e.ut_month <> f.ut_month OR number > e.issue_count)
        """).Select(row => (row.Texts[0], row.Date));

    /// <summary>Counts the keywords of the nights whose files are others now.</summary>
    public void CountKeywords(IngestSession keywords, IngestSession sets)
    {
        const string before = "row(o.state, o.table_name, o.date_obs, o.keyword_set)", after = "row(n.state, n.table_name, n.date_obs, n.keyword_set)";
        _connection.Execute($"""
            CREATE TABLE nights AS SELECT DISTINCT table_name, date_obs FROM (
                SELECT n.table_name, n.date_obs FROM files n LEFT JOIN former o USING (path) WHERE n.state = 'taken' AND {after} IS DISTINCT FROM {before}
                UNION ALL
                SELECT o.table_name, o.date_obs FROM former o JOIN files n USING (path) WHERE o.state = 'taken' AND {after} IS DISTINCT FROM {before}
                UNION ALL
                SELECT o.table_name, o.date_obs FROM former o JOIN entries e USING (path) WHERE o.state = 'taken' AND e.state = 'dropped');

            CREATE TABLE coverage AS
            WITH present AS (
                SELECT table_name, date_obs, keyword_set FROM files WHERE state = 'taken'
                UNION ALL
                SELECT table_name, date_obs, keyword_set FROM stored WHERE state = 'taken' AND ut_month IN (SELECT date_trunc('month', date_obs) FROM nights) AND path NOT IN (SELECT path FROM files UNION SELECT path FROM entries)),
            counted AS (SELECT table_name, date_obs, keyword_set, count(*) AS files FROM present SEMI JOIN nights USING (table_name, date_obs) GROUP BY ALL)
            SELECT table_name || '/' || date_obs || '/' || keyword AS keyword_id, table_name, date_obs, keyword, CAST(sum(files) AS INTEGER) AS files,
                CAST(any_value(total) AS INTEGER) AS files_in_night, CAST(date_trunc('month', date_obs) AS DATE) AS ut_month
            FROM counted JOIN (SELECT table_name, date_obs, sum(files) AS total FROM counted GROUP BY ALL) USING (table_name, date_obs)
                JOIN {StoredFiles.Source(sets.Folder, sets.Table, sets.Current.Files)} keyword_sets USING (keyword_set)
            GROUP BY ALL;
            """);
        foreach (var record in RowReading.Records(_connection, keywords.Table, "FROM coverage")) keywords.Add(record, 0, "");
        var stale = RowReading.TextsAndDate(_connection, $"""
            SELECT keyword_id, ut_month FROM {StoredFiles.Source(keywords.Folder, keywords.Table, keywords.Current.Files)} SEMI JOIN nights USING (table_name, date_obs)
            WHERE keyword_id NOT IN (SELECT keyword_id FROM coverage)
            """);
        foreach (var (key, month) in stale) keywords.Remove(key[0], month);
    }

    /// <summary>Does any row differ from what was there?</summary>
    public bool IsAnything => Exists("(FROM files EXCEPT FROM former) UNION ALL (SELECT * FROM former SEMI JOIN (SELECT path FROM entries WHERE state = 'dropped') USING (path))");

    /// <summary>Hands the rows over.</summary>
    public void Apply(IngestSession files)
    {
        foreach (var (key, month) in RowReading.TextsAndDate(_connection, """
            SELECT f.path, f.ut_month FROM former f JOIN entries e USING (path) LEFT JOIN files n USING (path) WHERE e.state = 'dropped' OR n.ut_month <> f.ut_month
            """)) files.Remove(key[0], month);
        foreach (var record in RowReading.Records(_connection, Files, "FROM files")) files.Add(record, 0, record.KoaId);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    /// <summary>
    /// Rows of files that are now of another observation, or dropped, and that no file of this run brings: table, key, UT date. A file that goes to another table with the header
    /// that it had was sent there, and the row that it has in the former stays.
    /// </summary>
    private static string Lost => $"""
        SELECT DISTINCT f.table_name, f.row_key, f.date_obs FROM (SELECT * FROM former WHERE {HasRow}) f JOIN entries e USING (path)
        WHERE (e.state = 'dropped' OR (e.state IN ('taken', 'duplicate') AND CASE WHEN e.table_name = f.table_name THEN e.row_key <> f.row_key ELSE e.header_hash IS DISTINCT FROM f.header_hash END))
            AND NOT EXISTS (SELECT 1 FROM winners w WHERE w.table_name = f.table_name AND w.row_key = f.row_key)
        """;

    private static string SameAsFormer => string.Join(" AND ", Files.Columns.Where(column => column.Name != "run").Select(column => $"e.{column.Name} IS NOT DISTINCT FROM f.{column.Name}"));

    private static string Kept(string column, string table = "") => $"CASE WHEN {table}state = 'duplicate' THEN NULL ELSE {table}{column} END AS {column}";

    /// <summary>Brings the entries in that were added since, and what was known of them.</summary>
    private void Load()
    {
        _spool.Close();
        var added = _spool.Entries[_loaded..].ToArray();
        _loaded += added.Length;
        SpoolLoading.Append(_connection, "entries", Files, _spool.Codec, _spool.Read(added));
        _connection.Execute($"""
            -- Few observations have several files, and to choose among texts takes memory for each: what is chosen from is those few.
            CREATE OR REPLACE TABLE doubles AS SELECT {KeyHash} AS key_hash FROM entries WHERE state = 'taken' GROUP BY ALL HAVING count(*) > 1;
            CREATE OR REPLACE TABLE winners AS
            SELECT table_name, row_key, path FROM entries WHERE state = 'taken' AND {KeyHash} NOT IN (FROM doubles)
            UNION ALL
            SELECT table_name, row_key, arg_max(path, {PathOrder.Sql("path")}) FROM entries WHERE state = 'taken' AND {KeyHash} IN (FROM doubles) GROUP BY ALL;

            CREATE OR REPLACE TABLE former AS FROM stored WHERE path IN (SELECT path FROM entries);
            INSERT INTO former SELECT stored.* FROM stored SEMI JOIN (
                SELECT table_name, row_key FROM entries WHERE row_key IS NOT NULL UNION SELECT table_name, row_key FROM former WHERE row_key IS NOT NULL) keys USING (table_name, row_key)
            WHERE path NOT IN (SELECT path FROM entries);
            """);
    }

    private bool Exists(string query)
    {
        using var result = _connection.Query($"SELECT 1 FROM ({query}) LIMIT 1");
        using var chunk = result.FetchChunk();
        return chunk is not null;
    }
}
