using Archive.Catalogue.Tables;

namespace Archive.Ingest.Bookkeeping;

/// <summary>
/// The tables in which ingest keeps account of itself. They lie in the archive as every other table does, so that queries, snapshots and
/// checks know them. Their partitions are months, of which even a long-lived archive has some hundred: a column <c>ut_month</c> says which.
/// </summary>
public static class IngestTables
{
    internal const string MonthColumn = "ut_month";

    private static readonly Column Month = Describe(MonthColumn, ColumnType.Date, "First day of the month by which the rows of this table are kept together.");

    /// <summary>One row a file that ingest has met.</summary>
    public static Table Files { get; } = Define("ingest_files", "path", "The files that ingest has met, one row each, as they were when they were last read.",
        Text("path", "Absolute path of the file.", isIndexed: true),
        Describe("file_size", ColumnType.Long, "Size of the file.", "byte"),
        Describe("modified", ColumnType.Timestamp, "Modification time of the file, UTC, to the microsecond."),
        Text("header_hash", "Begin of the SHA-256 of its header: keyword, value and comment of each card. Files with the same header have the same; null where no header could be read."),
        Text("table_name", "Table that the file's row is in; null where it has none."),
        Text("row_key", "What the key column of that table says of the row; for koa_hires its koaid. Null where the file has no row."),
        Describe("date_obs", ColumnType.Date, "UT date of the file's row; null where it has none."),
        Text("state", "taken: its row is in the table; duplicate: another file's row of the same key is; quarantined: it could not be taken; vanished: it is not there any more, and its row still is."),
        Text("code", "Why it is in quarantine; null for other files."),
        Describe("run", ColumnType.Int, "Number of the run that made this row what it is."),
        Text("keyword_set", "Which keywords its header holds: rows of ingest_keyword_sets."),
        Describe("issue_count", ColumnType.Int, "How many rows ingest_issues has of it."),
        Text("definition", "Stands for the instruments' definitions, the options and the program that it was read by: where they are others, or this is null, the next run reads it again."),
        Month);

    /// <summary>One row for each thing that was wrong or odd about a file.</summary>
    public static Table Issues { get; } = Define("ingest_issues", "issue_id", "What was wrong or odd about the files, one row each.",
        Text("issue_id", "The file's path, #, and a number from 1."),
        Text("path", "Absolute path of the file.", isIndexed: true),
        Describe("hdu", ColumnType.Int, "The HDU whose header it is in, counted from 0, the primary; null where it is in none."),
        Describe("card", ColumnType.Int, "The header card concerned, counted from 1; null where it is none."),
        Text("keyword", "The card's keyword; null where there is none."),
        Text("code", "What kind of deviation it is: a stable name."),
        Text("severity", "refusal: the file was refused for it. Of a file that was taken, error: something is lost; warning: a value may be meant otherwise than it was read; note: neither."),
        Text("message", "What is wrong, and what was made of it."),
        Month);

    /// <summary>How many files of a night have a keyword.</summary>
    public static Table Keywords { get; } = Define("ingest_keywords", "keyword_id", "How many of the files that were taken have a keyword, night by night.",
        Text("keyword_id", "Table, UT date and keyword."),
        Text("table_name", "Table of the files' rows."),
        Describe("date_obs", ColumnType.Date, "UT date of the files' rows.", isIndexed: true),
        Text("keyword", "The keyword; of commentary there are none here."),
        Describe("files", ColumnType.Int, "Files of the night whose header has it."),
        Describe("files_in_night", ColumnType.Int, "Files of the night that were taken, in all."),
        Month);

    /// <summary>The different sets of keywords that headers hold.</summary>
    public static Table KeywordSets { get; } = Define("ingest_keyword_sets", "set_keyword", "The sets of keywords that headers hold, one row a keyword: headers of one make have the same.",
        Text("set_keyword", "Name of the set, and the keyword."),
        Text("keyword_set", "Name of the set."),
        Text("keyword", "A keyword of it."),
        Month);

    /// <summary>One row a run of ingest that changed anything.</summary>
    public static Table Runs { get; } = Define("ingest_runs", "run", "The runs of ingest that changed anything, one row each.",
        Describe("run", ColumnType.Int, "Counts the runs from 1."),
        Describe("started", ColumnType.Timestamp, "When it began, UTC."),
        Describe("ended", ColumnType.Timestamp, "When its rows were in the tables, UTC."),
        Text("arguments", "What it was asked to do."),
        Text("version", "Version of the program."),
        Count("files", "Files that it met."),
        Count("files_not_read", "Those that were as before, and were not read."),
        Count("rows_new", "Rows that the tables didn't have."),
        Count("rows_changed", "Rows that replaced one of the same key."),
        Count("rows_removed", "Rows that were taken out."),
        Count("duplicates", "Files whose row another file's row of the same key stands for."),
        Count("quarantined", "Files that could not be taken."),
        Count("vanished", "Files of former runs that were not there any more."),
        Month);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Table> All { get; } = [Files, Issues, Keywords, KeywordSets, Runs];

    private static Table Define(string name, string key, string description, params Column[] columns) =>
        new(IngestSchema.SchemaName, name, columns) { Description = description, KeyColumn = key, UtDateColumn = MonthColumn };

    private static Column Text(string name, string description, bool isIndexed = false) => Describe(name, ColumnType.Text, description, isIndexed: isIndexed);

    private static Column Count(string name, string description) => Describe(name, ColumnType.Long, description);

    private static Column Describe(string name, ColumnType type, string description, string? unit = null, bool isIndexed = false) =>
        new() { Name = name, Type = type, Unit = unit, Description = description, IsIndexed = isIndexed, IsPrincipal = name != MonthColumn };
}
