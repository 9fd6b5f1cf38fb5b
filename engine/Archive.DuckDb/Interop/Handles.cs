using System.Runtime.InteropServices;

namespace Archive.DuckDb.Interop;

/// <summary>An object of the C API that this process owns and must give back exactly once.</summary>
internal abstract class OwnedHandle : SafeHandle
{
    protected OwnedHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    /// <summary>The raw pointer, for calls that the owner makes while it holds the object alive.</summary>
    public nint Pointer => handle;
}

/// <summary>Owns a <c>duckdb_database</c>.</summary>
internal sealed class DatabaseHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_close(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_connection</c>.</summary>
internal sealed class ConnectionHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_disconnect(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_config</c>.</summary>
internal sealed class ConfigHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_config(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_prepared_statement</c>.</summary>
internal sealed class StatementHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_prepare(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_pending_result</c>.</summary>
internal sealed class PendingHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_pending(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_data_chunk</c>.</summary>
internal sealed class ChunkHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_data_chunk(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_logical_type</c>.</summary>
internal sealed class LogicalTypeHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_logical_type(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_appender</c>.</summary>
internal sealed class AppenderHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_appender_destroy(ref handle);
        return true;
    }
}

/// <summary>Owns a <c>duckdb_scalar_function</c>.</summary>
internal sealed class ScalarFunctionHandle(nint handle) : OwnedHandle(handle)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_scalar_function(ref handle);
        return true;
    }
}
