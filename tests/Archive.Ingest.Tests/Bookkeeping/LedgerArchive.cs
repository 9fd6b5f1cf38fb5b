using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Tests.Partitioning;
using Archive.Ingest.Tests.Pipeline;

namespace Archive.Ingest.Tests.Bookkeeping;

/// <summary>A folder of HIRES files and the archive that they are ingested into.</summary>
internal sealed class LedgerArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ArchiveFolder Archive => new(_folder["archive"]);

    /// <summary>A path beside the files and the archive.</summary>
    public string Beside(string name) => _folder[name];

    public string Nights => Directory.CreateDirectory(_folder["nights"]).FullName;

    public string PathOf(string name) => Path.Combine(_folder["nights"], name);

    public string Write(string name, string? date = "2004-08-24", string utc = "02:16:44.00", string target = "Vega") => HiresFile.Write(PathOf(name), date, utc, target);

    public IngestReport Ingest(bool reread = false, bool drop = false, params string[] paths) =>
        IngestRun.Run(paths.Length == 0 ? [Nights] : paths, Archive, options: new IngestOptions { IsRereading = reread, IsDroppingVanished = drop, Arguments = "as the test says" });

    /// <summary>Rows of a table's current snapshot as lines, sorted.</summary>
    public string[] Rows(string table, string columns, string where = "true")
    {
        var folder = Archive.Table(table);
        var files = new ManifestStore(folder).ReadCurrent().Files;
        return files.IsEmpty ? [] : TestTable.Query(
            $"SELECT concat_ws('|', {columns}) FROM read_parquet([{string.Join(", ", files.Select(file => $"'{Path.Combine(folder.Root, file.Path)}'"))}], union_by_name = true) WHERE {where} ORDER BY 1");
    }

    /// <summary>The files that are known: name, state, and the time of their observation.</summary>
    public string[] Files() => Rows("ingest_files", $"path[{Nights.Length + 2}:], state, coalesce(row_key[4:17], '-')");

    public string[] Targets() => Rows("koa_hires", "koaid[4:17], object");

    /// <summary>All that the tables of ingest's account say, but which run said it and what read it.</summary>
    public string[] Account() =>
    [
        .. Rows("ingest_files", "path, file_size, modified, header_hash, coalesce(table_name, '-'), coalesce(row_key, '-'), coalesce(date_obs, '1900-01-01'), state, coalesce(code, '-'), coalesce(keyword_set, '-'), issue_count, ut_month"),
        .. Rows("ingest_issues", "issue_id, path, coalesce(hdu, -1), coalesce(card, -1), coalesce(keyword, '-'), code, severity, message, ut_month"),
        .. Rows("ingest_keywords", "keyword_id, table_name, date_obs, keyword, files, files_in_night, ut_month"),
    ];

    /// <summary>The numbers of the current snapshots of all tables.</summary>
    public Dictionary<string, int> Snapshots() => Archive.TableNames.ToDictionary(name => name, name => new ManifestStore(Archive.Table(name)).CurrentNumber());

    public void Dispose() => _folder.Dispose();
}
