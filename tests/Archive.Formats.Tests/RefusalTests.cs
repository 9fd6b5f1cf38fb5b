using System.Buffers;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Formats.Tests;

/// <summary>What can't be written is refused with the column's name; nothing is written wrong.</summary>
public sealed class RefusalTests
{
    /// <summary>[O4]</summary>
    [Theory]
    [InlineData("votable", "1.5::DECIMAL(3, 1)", "double", "Column v: a vector of type Decimal has no text; the query has to cast it.")]
    [InlineData("csv", "INTERVAL 1 DAY", "char *", "Column v: a vector of type Interval has no text; the query has to cast it.")]
    [InlineData("votable/b2", "'12'", "int", "Column v: a vector of type Varchar can't be written as int.")]
    [InlineData("votable/b2", "1", "boolean", "Column v: a vector of type Integer can't be written as boolean.")]
    [InlineData("votable/b2", "70000", "short", "Column v: 70000 is beyond its datatype.")]
    [InlineData("votable/b2", "(-1)::BIGINT", "unsignedByte", "Column v: -1 is beyond its datatype.")]
    [InlineData("votable/b2", "'NaN'::DOUBLE", "long", "Column v: NaN is beyond its datatype.")]
    [InlineData("votable/b", "(-32768)::SMALLINT", "short", "Column v: -32768 is a value, but it stands for null in BINARY.")]
    [InlineData("votable/b2", "[1.5::DOUBLE]", "double 2", "Column v: an array of 1 elements where the column has 2.")]
    [InlineData("votable/b2", "'x'", "char -3", "'-3' is no arraysize.")]
    [InlineData("votable/b2", "'x'", "char 99999x99999", "'99999x99999' is no arraysize.")]
    public void A_value_that_its_column_cannot_hold_is_refused(string format, string sql, string type, string message)
    {
        var refusal = Assert.Throws<ResultFormatException>(() => Rendering.Render(format, "SELECT " + sql, [Rendering.Column("v", type)]));
        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void The_steps_of_a_result_come_in_order()
    {
        foreach (var format in ResultFormats.All)
        {
            var output = new ArrayBufferWriter<byte>();
            using var writer = format.CreateWriter(output);
            Assert.Throws<InvalidOperationException>(() => writer.End(ResultEnding.Complete));
            var description = new ResultDescription { Columns = [new Column { Name = "n", Type = ColumnType.Int }], VectorTypes = [DuckDbType.Integer] };
            Assert.Throws<ArgumentException>(() => writer.Begin(description with { Columns = [], VectorTypes = [] }));
            Assert.Throws<ArgumentException>(() => writer.Begin(description with { VectorTypes = [] }));
            Assert.Equal(0, output.WrittenCount);
            writer.Begin(description);
            Assert.Throws<InvalidOperationException>(() => writer.Begin(description));
        }
    }

    [Fact]
    public void A_result_may_be_cut_off_within_a_chunk()
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        foreach (var format in ResultFormats.All)
        {
            using var result = connection.Query("SELECT i::INT AS n FROM range(1000) t(i)");
            using var chunk = result.FetchChunk()!;
            var output = new ArrayBufferWriter<byte>();
            using var writer = format.CreateWriter(output);
            writer.Begin(ResultDescription.Of(result, [new Column { Name = "n", Type = ColumnType.Int }]));
            writer.Write(chunk, 300);
            writer.Write(chunk, 0);
            Assert.Equal(300, writer.RowCount);
            Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(chunk, 1001));
            Assert.True(writer.End(ResultEnding.Overflow));
            var cutInQuery = Rendering.Render(format.Name, "SELECT i::INT AS n FROM range(300) t(i)", [new Column { Name = "n", Type = ColumnType.Int }], ResultEnding.Overflow);
            Assert.Equal(cutInQuery.Length, output.WrittenCount);
        }
    }
}
