using System.Text;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Tests;

public sealed class ResultTests : IDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public ResultTests() => connection = database.Connect();

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    [Fact]
    public void The_library_is_the_version_that_the_lock_file_names() => Assert.Equal("v1.5.6", DuckDbDatabase.LibraryVersion);

    /// <summary>DuckDB's own table of every type: smallest value, largest value, null.</summary>
    [Theory]
    [InlineData("bool", DuckDbType.Boolean, "0", "1")]
    [InlineData("smallint", DuckDbType.SmallInt, "-32768", "32767")]
    [InlineData("int", DuckDbType.Integer, "-2147483648", "2147483647")]
    [InlineData("bigint", DuckDbType.BigInt, "-9223372036854775808", "9223372036854775807")]
    [InlineData("float", DuckDbType.Float, "-3.4028235E+38", "3.4028235E+38")]
    [InlineData("double", DuckDbType.Double, "-1.7976931348623157E+308", "1.7976931348623157E+308")]
    [InlineData("date", DuckDbType.Date, "-2147483646", "2147483646")]
    [InlineData("timestamp", DuckDbType.Timestamp, "-9223372022400000000", "9223372036854775806")]
    [InlineData("varchar", DuckDbType.Varchar, "🦆🦆🦆🦆🦆🦆", "goo\0se")]
    public void Every_type_that_the_archive_uses_is_read(string column, DuckDbType type, string smallest, string largest)
    {
        using var result = connection.Query($"SELECT \"{column}\" FROM test_all_types()");
        Assert.Equal((1, column, type), (result.ColumnCount, result.ColumnName(0), result.ColumnType(0)));
        using var chunk = result.FetchChunk()!;
        var values = chunk.Column(0);
        Assert.Equal((smallest, largest), (Show(values, type, 0), Show(values, type, 1)));
        Assert.True(values.MayHaveNulls);
        Assert.Equal((false, false, true), (values.IsNull(0), values.IsNull(1), values.IsNull(2)));
        Assert.Null(result.FetchChunk());
    }

    [Fact]
    public void Texts_of_every_length_are_read_without_a_copy()
    {
        using var result = connection.Query("SELECT repeat('é', i::INT) FROM range(40) t(i)");
        using var chunk = result.FetchChunk()!;
        for (var row = 0; row < 40; row++)
            Assert.Equal(new string('é', row), Encoding.UTF8.GetString(chunk.Column(0).Bytes(row)));
    }

    [Fact]
    public void A_list_is_read_by_its_entries()
    {
        using var result = connection.Query("SELECT * FROM (VALUES ([1.5e0, 2.5e0]), ([]), ([3.5e0])) t(l)");
        using var chunk = result.FetchChunk()!;
        var lists = chunk.Column(0);
        Assert.Equal([(0, 2), (2, 0), (2, 1)], new[] { lists.ListEntry(0), lists.ListEntry(1), lists.ListEntry(2) });
        Assert.Equal([1.5, 2.5, 3.5], lists.ListElements().Values<double>().ToArray());
    }

    [Fact]
    public void A_streamed_result_comes_in_chunks_and_whole()
    {
        using var statement = connection.Prepare("SELECT i, 'row ' || i FROM range(100000) t(i) WHERE i >= $1");
        statement.Bind(1, 10L);
        using var result = statement.ExecuteStreaming();
        long rows = 0, sum = 0;
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                Assert.InRange(chunk.RowCount, 1, DataChunk.Capacity);
                rows += chunk.RowCount;
                foreach (var value in chunk.Column(0).Values<long>()) sum += value;
            }
        }

        Assert.Equal((99_990, (99_999L * 100_000 / 2) - 45), (rows, sum));
    }

    [Fact]
    public void Parameters_of_every_kind_arrive()
    {
        using var statement = connection.Prepare("SELECT $1::BOOLEAN, $2::BIGINT, $3::DOUBLE, $4::VARCHAR, $5::BLOB, $6::DATE, $7::TIMESTAMP, $8::INTEGER");
        Assert.Equal(8, statement.ParameterCount);
        statement.Bind(1, true);
        statement.Bind(2, long.MinValue);
        statement.Bind(3, 0.1);
        statement.Bind(4, "it's \"ü\" \0 🦆");
        statement.Bind(5, [0, 255, 10]);
        statement.Bind(6, new DateOnly(1969, 12, 31));
        statement.Bind(7, new DateTime(2004, 8, 24, 2, 16, 44, DateTimeKind.Utc).AddMicroseconds(7));
        statement.BindNull(8);
        using var result = statement.Execute();
        using var chunk = result.FetchChunk()!;
        Assert.Equal(1, chunk.Column(0).Values<byte>()[0]);
        Assert.Equal(long.MinValue, chunk.Column(1).Values<long>()[0]);
        Assert.Equal(0.1, chunk.Column(2).Values<double>()[0]);
        Assert.Equal("it's \"ü\" \0 🦆", chunk.Column(3).Text(0));
        Assert.Equal([0, 255, 10], chunk.Column(4).Bytes(0).ToArray());
        Assert.Equal(-1, chunk.Column(5).Values<int>()[0]);
        Assert.Equal(1_093_313_804_000_007, chunk.Column(6).Values<long>()[0]);
        Assert.Null(chunk.Column(7).Text(0));
    }

    [Theory]
    [InlineData("SELECT", DuckDbErrorType.Parser)]
    [InlineData("SELECT * FROM nowhere", DuckDbErrorType.Catalog)]
    [InlineData("SELECT nothing FROM range(1)", DuckDbErrorType.Binder)]
    [InlineData("SELECT 'x'::INTEGER", DuckDbErrorType.Conversion)]
    [InlineData("SELECT 9223372036854775807 + i FROM range(1, 2) t(i)", DuckDbErrorType.OutOfRange)]
    public void A_failed_query_says_its_kind(string sql, DuckDbErrorType expected) =>
        Assert.Equal(expected, Assert.Throws<DuckDbException>(() => connection.Query(sql)).Type);

    [Fact]
    public void A_failure_in_the_midst_of_a_stream_is_thrown_by_the_fetch()
    {
        using var statement = connection.Prepare("SELECT CASE WHEN i < 50000 THEN i ELSE 'x'::INTEGER + i END FROM range(100000) t(i)");
        Assert.Throws<DuckDbException>(() =>
        {
            using var result = statement.ExecuteStreaming();
            while (result.FetchChunk() is { } chunk) chunk.Dispose();
        });
    }

    [Fact]
    public async Task A_running_query_can_be_interrupted()
    {
        var query = Task.Run(() => connection.Query("SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 3"));
        await Task.Delay(100);
        connection.Interrupt();
        var finished = await Task.WhenAny(query, Task.Delay(TimeSpan.FromSeconds(10)));
        Assert.Same(query, finished);
        Assert.True((await Assert.ThrowsAsync<DuckDbException>(() => query)).IsInterrupt);
        Assert.Equal(0, connection.Execute("SELECT 1"));
    }

    [Fact]
    public void Another_process_or_a_folder_in_the_way_is_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["taken"]);
        Assert.Contains("taken", Assert.Throws<DuckDbException>(() => DuckDbDatabase.Open(folder["taken"])).Message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", Assert.Throws<DuckDbException>(() => DuckDbDatabase.Open(null, [new("no_such_setting", "1")])).Message, StringComparison.Ordinal);
    }

    private static string Show(VectorView values, DuckDbType type, int row) => type switch
    {
        DuckDbType.Boolean => values.Values<byte>()[row].ToString(System.Globalization.CultureInfo.InvariantCulture),
        DuckDbType.SmallInt => values.Values<short>()[row].ToString(System.Globalization.CultureInfo.InvariantCulture),
        DuckDbType.Integer or DuckDbType.Date => values.Values<int>()[row].ToString(System.Globalization.CultureInfo.InvariantCulture),
        DuckDbType.BigInt or DuckDbType.Timestamp => values.Values<long>()[row].ToString(System.Globalization.CultureInfo.InvariantCulture),
        DuckDbType.Float => values.Values<float>()[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        DuckDbType.Double => values.Values<double>()[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => values.Text(row)!,
    };
}
