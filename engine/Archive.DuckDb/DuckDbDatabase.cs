using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb;

/// <summary>An open database: a file, which only one process can hold open for writing, or memory.</summary>
public sealed class DuckDbDatabase : IDisposable
{
    private readonly DatabaseHandle handle;
    private readonly OpenConnections connections = new();

    private DuckDbDatabase(DatabaseHandle handle) => this.handle = handle;

    /// <summary>Version of the library, for instance <c>v1.5.6</c>.</summary>
    public static string LibraryVersion => Marshal.PtrToStringUTF8(NativeMethods.duckdb_library_version())!;

    /// <summary>Opens a database.</summary>
    /// <param name="path">The file, made if it isn't there; null for a database in memory.</param>
    /// <param name="settings">Options of DuckDB by name, for instance <c>memory_limit</c> = <c>1GB</c>.</param>
    /// <exception cref="DuckDbException">The file is in use by another process, isn't a database, or an option is unknown.</exception>
    public static DuckDbDatabase Open(string? path, IEnumerable<KeyValuePair<string, string>>? settings = null)
    {
        Check(NativeMethods.duckdb_create_config(out var configPointer), "DuckDB could not make a configuration.");
        using var config = new ConfigHandle(configPointer);
        foreach (var (name, value) in settings ?? [])
            Check(NativeMethods.duckdb_set_config(config, name, value), $"DuckDB doesn't take the setting {name} = {value}.");

        var state = NativeMethods.duckdb_open_ext(path, out var database, config, out var error);
        if (state == State.Success) return new DuckDbDatabase(new DatabaseHandle(database));
        var message = Marshal.PtrToStringUTF8(error) ?? $"DuckDB could not open {path ?? "a database in memory"}.";
        if (error != 0) NativeMethods.duckdb_free(error);
        throw new DuckDbException(message, DuckDbErrorType.IO);
    }

    /// <summary>Makes a connection. Connections are cheap, and each runs one query at a time.</summary>
    public DuckDbConnection Connect()
    {
        Check(NativeMethods.duckdb_connect(handle, out var connection), "DuckDB could not make a connection.");
        return new DuckDbConnection(new ConnectionHandle(connection), connections);
    }

    public void Dispose() => handle.Dispose();

    private static void Check(State state, string message)
    {
        if (state == State.Error) throw new DuckDbException(message);
    }
}
