using System.Diagnostics;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Tests;

public class LeakTests
{
    /// <summary>
    /// 10,000 queries of every kind (prepared, streamed, abandoned half-read, failed, calling a function with bound state) may not
    /// make the process grow.
    /// </summary>
    [Fact]
    public void Ten_thousand_queries_leave_memory_as_it_was()
    {
        using var database = DuckDbDatabase.Open(null, [new("threads", "2")]);
        using var connection = database.Connect();
        connection.Register(new Echo());
        connection.Execute("CREATE TABLE t AS SELECT i, 'text of some length, row ' || i AS s FROM range(20000) t(i)");
        for (var i = 0; i < 1000; i++) RunOne(connection, i);
        var before = ResidentBytes();
        for (var i = 0; i < 10_000; i++) RunOne(connection, i);
        var grown = ResidentBytes() - before;
        Assert.True(grown < 48L << 20, $"Resident memory grew by {grown >> 20} MB over 10,000 queries.");
    }

    private static void RunOne(DuckDbConnection connection, int i)
    {
        using var statement = connection.Prepare("SELECT s, echo(s, '\\x01'::BLOB) FROM t WHERE i BETWEEN $1 AND $2");
        statement.Bind(1, (long)i);
        statement.Bind(2, i + (i % 10 == 0 ? 9000L : 5L));
        using var result = statement.ExecuteStreaming();
        using var chunk = result.FetchChunk();
        Assert.NotNull(chunk);
        Assert.Throws<DuckDbException>(() => connection.Prepare("SELECT missing FROM t"));
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private sealed class Echo : ScalarFunction
    {
        public override string Name => "echo";

        public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Varchar, DuckDbType.Blob];

        public override SqlType ReturnType => DuckDbType.Varchar;

        public override object? Bind(FunctionBinding binding) => binding.ConstantBlob(1);

        public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
        {
            for (var row = 0; row < arguments.RowCount; row++) result.SetBytes(row, arguments[0].Bytes(row));
        }
    }
}
