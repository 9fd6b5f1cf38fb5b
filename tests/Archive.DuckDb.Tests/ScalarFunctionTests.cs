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

    /// <summary>(a + b) times the first byte of a constant.</summary>
    private sealed class ScaledSum : ScalarFunction
    {
        public override string Name => "scaled_sum";

        public override IReadOnlyList<ParameterType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Blob];

        public override DuckDbType ReturnType => DuckDbType.Double;

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
