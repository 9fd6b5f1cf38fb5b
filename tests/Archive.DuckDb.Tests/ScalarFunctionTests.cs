using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Tests;

public sealed class ScalarFunctionTests : IDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public ScalarFunctionTests()
    {
        connection = database.Connect();
        connection.Register(new ScaledSum());
        connection.Register(new Countdown());
        connection.Execute("CREATE TABLE t AS SELECT i::DOUBLE AS a, CASE WHEN i % 5 = 0 THEN NULL ELSE 1.0e0 END AS b FROM range(10000) t(i)");
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    [Fact]
    public void A_function_sees_all_rows_and_nulls_stay_null()
    {
        using var result = connection.Query("""
            SELECT sum(scaled_sum(a, b, '\x02'::BLOB))::BIGINT, sum(2 * (a + b))::BIGINT,
                   count(*) FILTER (scaled_sum(a, b, '\x02'::BLOB) IS NULL)
            FROM t
            """);
        using var chunk = result.FetchChunk()!;
        Assert.Equal(chunk.Column(1).Values<long>()[0], chunk.Column(0).Values<long>()[0]);
        Assert.Equal(2000, chunk.Column(2).Values<long>()[0]);
    }

    [Fact]
    public void Other_connections_know_it_too()
    {
        using var other = database.Connect();
        using var result = other.Query("SELECT scaled_sum(1, 2, '\\x03'::BLOB)");
        using var chunk = result.FetchChunk()!;
        Assert.Equal(9.0, chunk.Column(0).Values<double>()[0]);
    }

    [Fact]
    public void An_exception_in_binding_or_execution_becomes_the_querys_error()
    {
        Assert.Contains("a scale of 0", Assert.Throws<DuckDbException>(() => connection.Query("SELECT scaled_sum(a, b, '\\x00'::BLOB) FROM t")).Message, StringComparison.Ordinal);
        Assert.Contains("too large", Assert.Throws<DuckDbException>(() => connection.Query("SELECT scaled_sum(1e9, 1, '\\x01'::BLOB)")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_can_give_lists()
    {
        using var result = connection.Query("""
            SELECT count(*), sum(length(c))::BIGINT, sum(list_sum(c))::BIGINT, count(*) FILTER (c IS NULL)
            FROM (SELECT countdown(CASE WHEN i % 7 = 6 THEN NULL ELSE i % 30 END) AS c FROM range(10000) t(i))
            """);
        using var chunk = result.FetchChunk()!;
        var lengths = Enumerable.Range(0, 10_000).Where(i => i % 7 != 6).Select(i => i % 30).ToArray();
        Assert.Equal(10_000, chunk.Column(0).Values<long>()[0]);
        Assert.Equal(lengths.Sum(), chunk.Column(1).Values<long>()[0]);
        Assert.Equal(lengths.Sum(n => n * (n + 1) / 2), chunk.Column(2).Values<long>()[0]);
        Assert.Equal(10_000 - lengths.Length, chunk.Column(3).Values<long>()[0]);
    }

    /// <summary>[n, n - 1, ..., 1]</summary>
    private sealed class Countdown : ScalarFunction
    {
        public override string Name => "countdown";

        public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.BigInt];

        public override SqlType ReturnType => SqlType.ListOf(DuckDbType.BigInt);

        public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
        {
            var lists = result.Lists<long>();
            for (var row = 0; row < arguments.RowCount; row++)
            {
                if (arguments[0].IsNull(row)) continue;
                var n = arguments[0].Values<long>()[row];
                lists.Write(row, [.. Enumerable.Range(0, (int)n).Select(i => n - i)]);
            }
        }
    }

    /// <summary>(a + b) times the first byte of a constant.</summary>
    private sealed class ScaledSum : ScalarFunction
    {
        public override string Name => "scaled_sum";

        public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Blob];

        public override SqlType ReturnType => DuckDbType.Double;

        public override object? Bind(FunctionBinding binding) => binding.ConstantBlob(2) switch
        {
            null => null,
            [0] => throw new ArgumentException("a scale of 0 makes no sense"),
            var blob => (double)blob[0],
        };

        public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
        {
            var a = arguments[0].Values<double>();
            var b = arguments[1].Values<double>();
            var sums = result.Values<double>();
            for (var row = 0; row < arguments.RowCount; row++)
            {
                if (a[row] > 1e8) throw new InvalidOperationException("too large");
                sums[row] = (a[row] + b[row]) * (double)bound!;
            }
        }
    }
}
