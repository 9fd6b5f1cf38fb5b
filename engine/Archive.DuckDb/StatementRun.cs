using System.Diagnostics;
using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb;

/// <summary>
/// A statement that is run a while at a time on the caller's thread, so that the caller can give it up in between. Of a database with more than one thread, the
/// others go on meanwhile.
/// </summary>
public sealed class StatementRun : IDisposable
{
    private readonly PendingHandle pending;

    internal StatementRun(PendingHandle pending) => this.pending = pending;

    /// <summary>Goes on for about <paramref name="duration"/>.</summary>
    /// <returns>True when the statement has ended; false where there is more to do.</returns>
    /// <exception cref="DuckDbException">The statement failed.</exception>
    public unsafe bool Continue(TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        PendingState state;
        do
        {
            state = NativeMethods.duckdb_pending_execute_task(pending);
            if (state == PendingState.Error) throw new DuckDbException(Marshal.PtrToStringUTF8(NativeMethods.duckdb_pending_error(pending)) ?? "The statement failed.");
            if (state == PendingState.NoTasksAvailable) Thread.Sleep(1);
        }
        while (state != PendingState.ResultReady && Stopwatch.GetElapsedTime(start) < duration);
        if (state != PendingState.ResultReady) return false;
        var result = new DuckDbResult();
        using var ended = result.Checked(NativeMethods.duckdb_execute_pending(pending, result.Native));
        return true;
    }

    public void Dispose() => pending.Dispose();
}
