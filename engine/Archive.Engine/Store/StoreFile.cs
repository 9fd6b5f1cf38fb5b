using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.DuckDb;
using Archive.Engine.Functions;

namespace Archive.Engine.Store;

/// <summary>
/// The store's database file, opened and locked up: no file outside the archive's tables can be read, nothing can be loaded, no
/// setting changed by any statement.
/// </summary>
internal sealed class StoreFile : IDisposable
{
    /// <summary>Changes whenever what the file holds changes its shape; a file of another version is thrown away and built anew.</summary>
    private const int Version = 3;

    private const string Catalog = "archive";

    private readonly EngineOptions options;
    private bool hasLoadMemory;

    private StoreFile(DuckDbDatabase database, EngineOptions options)
    {
        Database = database;
        this.options = options;
    }

    public DuckDbDatabase Database { get; }

    /// <summary>Threads that work on queries.</summary>
    public int Threads => options.Threads;

    /// <summary>Opens or makes the store of an archive.</summary>
    /// <exception cref="StoreUnavailableException">Another process has it open, or the folder can't be written.</exception>
    public static StoreFile Open(ArchiveFolder folder, EngineOptions options)
    {
        var begin = DateTime.UtcNow;
        var storeFolder = options.StoreFolder ?? folder.StoreFolder;
        var path = Path.Combine(storeFolder, string.Create(CultureInfo.InvariantCulture, $"store-v{Version}.duckdb"));
        try
        {
            Directory.CreateDirectory(storeFolder);
            foreach (var other in Directory.EnumerateFiles(storeFolder, "store-v*").Where(file => !file.StartsWith(path, StringComparison.Ordinal)))
                File.Delete(other);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The query store in {storeFolder} can't be written: {error.Message} It needs a writable folder with room for about twice the size of the Parquet files.", error);
        }

        var database = DuckDbDatabase.Open(null, Settings(storeFolder, options));
        try
        {
            using var connection = database.Connect();
            Attach(connection, path, RowGroups.SizeFor(RowGroups.RowsOf(folder)));
            RemoveSpilled(storeFolder, begin);
            // Files are asked for as patterns, and DuckDB holds the pattern against this list, too.
            connection.Execute($"SET allowed_directories = {SqlText.List([folder.TablesFolder, SqlText.Pattern(folder.TablesFolder), storeFolder])}");
            connection.Execute("SET enable_external_access = false");
            connection.Execute($"USE {Catalog}");
            foreach (var function in FunctionSet.All) connection.Register(function);
            return new StoreFile(database, options);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection that names the store's tables without saying where they are.</summary>
    public DuckDbConnection Connect()
    {
        var connection = Database.Connect();
        connection.Execute($"USE {Catalog}");
        return connection;
    }

    /// <summary>Changes how many threads work on queries, before <see cref="Lock"/>.</summary>
    public void SetThreads(int threads) => Configure(string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}"));

    /// <summary>Grants the memory that loading rows takes, until <see cref="TakeLoadMemoryBack"/>.</summary>
    public void GrantLoadMemory()
    {
        if (options.LoadMemoryLimitMegabytes <= options.MemoryLimitMegabytes) return;
        Configure($"SET memory_limit = '{Megabytes(options.LoadMemoryLimitMegabytes)}'");
        hasLoadMemory = true;
    }

    /// <summary>Leaves queries alone with what they are granted. Where they hold more at the moment, it stays so until this is called again.</summary>
    public void TakeLoadMemoryBack()
    {
        if (!hasLoadMemory) return;
        try
        {
            Configure($"SET memory_limit = '{Megabytes(options.MemoryLimitMegabytes)}'");
            hasLoadMemory = false;
        }
        catch (DuckDbException error) when (error.Type == DuckDbErrorType.OutOfMemory)
        {
            // The next refresh tries again.
        }
    }

    /// <summary>From now on no statement can change a setting but the memory that loading is granted.</summary>
    public void Lock() => Configure("SET allowed_configs = ['memory_limit']; SET lock_configuration = true");

    public void Dispose() => Database.Dispose();

    private void Configure(string statement)
    {
        using var connection = Database.Connect();
        connection.Execute(statement);
    }

    private static void Attach(DuckDbConnection connection, string path, int rowsOfAGroup)
    {
        try
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"ATTACH {SqlText.Literal(path)} AS {Catalog} (ROW_GROUP_SIZE {rowsOfAGroup})"));
        }
        catch (DuckDbException error) when (error.Message.Contains("lock", StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreUnavailableException($"The query store {path} is in use by another process, probably a running server. Ask that server, or stop it first.", error);
        }
        catch (DuckDbException error) when (error.Type is DuckDbErrorType.IO)
        {
            throw new StoreUnavailableException($"The query store {path} can't be opened: {error.Message} It is derived from the Parquet files: delete it, and it is built anew.", error);
        }
    }

    private static string SpillFolder(string storeFolder) => Path.Combine(storeFolder, "spill");

    /// <summary>What a killed process spilled; it can't be at work still, since the store is ours.</summary>
    private static void RemoveSpilled(string storeFolder, DateTime before)
    {
        if (!Directory.Exists(SpillFolder(storeFolder))) return;
        foreach (var file in Directory.EnumerateFiles(SpillFolder(storeFolder)).Where(file => File.GetLastWriteTimeUtc(file) < before)) File.Delete(file);
    }

    private static string Megabytes(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}MiB");

    private static Dictionary<string, string> Settings(string storeFolder, EngineOptions options) => new()
    {
        ["threads"] = options.Threads.ToString(CultureInfo.InvariantCulture),
        ["memory_limit"] = Megabytes(options.MemoryLimitMegabytes),
        ["temp_directory"] = SpillFolder(storeFolder),
        ["autoload_known_extensions"] = "false",
        ["autoinstall_known_extensions"] = "false",
        ["allow_community_extensions"] = "false",
        ["allow_persistent_secrets"] = "false",
        ["default_null_order"] = "nulls_last",
        // The first rows of an order are found by the columns that order them, and only these rows are then read whole: hundreds of columns of all rows take more memory than there is.
        // So many rows that were found first are looked up one by one when the rest of them is read.
        ["dynamic_or_filter_threshold"] = "1000",
        ["late_materialization_max_rows"] = "1000000",
    };
}
