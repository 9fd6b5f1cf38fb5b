using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Tests;

public class TableAppenderTests
{
    [Fact]
    public void Rows_appended_by_the_chunk_are_in_the_table()
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        connection.Execute("CREATE TABLE t(i INTEGER, d DOUBLE, s VARCHAR)");
        using (var appender = new TableAppender(connection, null, "t", [DuckDbType.Integer, DuckDbType.Double, DuckDbType.Varchar]))
        {
            for (var chunk = 0; chunk < 3; chunk++)
            {
                for (var row = 0; row < 1000; row++)
                {
                    appender.Column(0).Values<int>()[row] = (chunk * 1000) + row;
                    if (row % 3 == 0) appender.Column(1).SetNull(row);
                    else appender.Column(1).Values<double>()[row] = row / 4.0;
                    appender.Column(2).SetText(row, new string('x', row % 400));
                }

                appender.Append(1000);
            }

            appender.Complete();
        }

        using var result = connection.Query("SELECT count(*), sum(i)::BIGINT, count(d), max(length(s)) FROM t");
        using var rows = result.FetchChunk()!;
        Assert.Equal((3000, 4_498_500, 1998, 399),
            (rows.Column(0).Values<long>()[0], rows.Column(1).Values<long>()[0], rows.Column(2).Values<long>()[0], rows.Column(3).Values<long>()[0]));
    }

    [Fact]
    public void A_missing_table_is_told()
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        var error = Assert.Throws<DuckDbException>(() => new TableAppender(connection, null, "nowhere", [DuckDbType.Integer]));
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }
}
