using System.Xml.Linq;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Tests.Readers;

/// <summary>Parquet files as DuckDB's own reader sees them: types, values and what the footer says of the columns.</summary>
public sealed class ParquetReadingTests
{
    [Fact]
    public void The_file_holds_the_rows_and_the_types_of_the_query()
    {
        using var folder = new TemporaryFolder();
        var path = SampleResult.Write("parquet", folder);
        var columns = SampleResult.Columns.Select(column => column.Name);
        Assert.Equal(["0"], Read($"SELECT count(*)::VARCHAR FROM (({SampleResult.Sql}) EXCEPT ALL (FROM {SqlText.File(path)}))"));
        Assert.Equal([$"{SampleResult.RowCount}"], Read($"SELECT count(*)::VARCHAR FROM {SqlText.File(path)}"));
        Assert.Equal(columns.Zip(["VARCHAR", "VARCHAR", "TIMESTAMP", "DOUBLE", "FLOAT", "INTEGER", "BIGINT", "DATE"], (name, type) => $"{name} {type}"),
            Read($"SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM {SqlText.File(path)})"));
    }

    [Theory]
    [InlineData("sum(7::BIGINT)", "long", "BIGINT", "7")]
    [InlineData("true", "int", "INTEGER", "1")]
    [InlineData("true", "bit", "BOOLEAN", "true")]
    [InlineData("NULL", "int", "INTEGER", null)]
    [InlineData("'α, \"β\"'", "char *", "VARCHAR", "α, \"β\"")]
    [InlineData("'NaN'::DOUBLE", "double", "DOUBLE", "nan")]
    [InlineData("[1.5::DOUBLE, -2]", "double 2 point", "DOUBLE[]", "[1.5, -2.0]")]
    [InlineData("[true, NULL]", "boolean *", "BOOLEAN[]", "[true, NULL]")]
    [InlineData("[1, 2]::FLOAT[]", "floatComplex", "FLOAT[]", "[1.0, 2.0]")]
    [InlineData("DATE '2004-08-24'", "char 10 timestamp", "DATE", "2004-08-24")]
    [InlineData("TIMESTAMP '2004-08-24 01:02:03.5'", "char * timestamp", "TIMESTAMP", "2004-08-24 01:02:03.5")]
    public void A_value_keeps_its_type(string sql, string type, string parquetType, string? text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["value.parquet"], Rendering.Render("parquet", "SELECT " + sql, [Rendering.Column("v", type)]));
        Assert.Equal([parquetType], Read($"SELECT typeof(v) FROM {SqlText.File(folder["value.parquet"])}"));
        Assert.Equal([text], Read($"SELECT v::VARCHAR FROM {SqlText.File(folder["value.parquet"])}"));
    }

    [Fact]
    public void The_footer_describes_the_columns_under_the_names_that_they_have_in_the_file()
    {
        using var folder = new TemporaryFolder();
        Column[] columns = [new() { Name = "ra", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.ra" }, new() { Name = "RA", Type = ColumnType.Double }];
        File.WriteAllBytes(folder["two.parquet"], Rendering.Render("parquet", "SELECT 1.0::DOUBLE, 2.0::DOUBLE", [.. columns], ResultEnding.Overflow, "select 'a' -- \"b\""));
        var metadata = $"FROM parquet_kv_metadata({SqlText.File(folder["two.parquet"])}) WHERE decode(key) = 'IVOA.VOTable-Parquet.";
        Assert.Equal(["1.0"], Read($"SELECT decode(value) {metadata}version'"));
        var document = XElement.Parse(Read($"SELECT decode(value) {metadata}content'").Single()!);
        var ns = document.Name.Namespace;
        Assert.Empty(document.Descendants(ns + "DATA"));
        Assert.Equal(["ra", "RA_2"], document.Descendants(ns + "FIELD").Select(field => field.Attribute("name")!.Value));
        Assert.Equal(["QUERY_STATUS OVERFLOW", "QUERY select 'a' -- \"b\""], document.Descendants(ns + "INFO").Select(info => $"{info.Attribute("name")!.Value} {info.Attribute("value")!.Value}"));
        Assert.Equal(["ra RA_2"], Read($"SELECT string_agg(name, ' ') FROM parquet_schema({SqlText.File(folder["two.parquet"])}) WHERE type IS NOT NULL"));
    }

    [Fact]
    public void Nothing_stays_behind_whether_a_result_is_ended_or_given_up()
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        foreach (var isEnded in new[] { true, false })
        {
            using var result = connection.Query("SELECT i AS n FROM range(300000) t(i)");
            var before = Folders();
            using var writer = ResultFormats.Find("parquet")!.Format.CreateWriter(new System.Buffers.ArrayBufferWriter<byte>());
            writer.Begin(ResultDescription.Of(result, [new Column { Name = "n", Type = ColumnType.Long }]));
            var made = Folders().Except(before).ToList();
            Assert.NotEmpty(made);
            while (result.FetchChunk() is { } chunk)
            {
                using (chunk) writer.Write(chunk);
            }

            writer.End(ResultEnding.Complete);
            while (isEnded && !writer.End(ResultEnding.Complete))
            {
            }

            writer.Dispose();
            // Other tests may have made some of them, which they delete when they end.
            Assert.True(SpinWait.SpinUntil(() => !made.Exists(Directory.Exists), TimeSpan.FromMinutes(1)));
        }
    }

    private static string[] Folders() => Directory.GetDirectories(ProcessFolder.Path);

    private static List<string?> Read(string sql)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query(sql);
        var texts = new List<string?>();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk) texts.AddRange(Texts(chunk));
        }

        return texts;
    }

    private static List<string?> Texts(DataChunk chunk)
    {
        var texts = new List<string?>();
        for (var row = 0; row < chunk.RowCount; row++) texts.Add(chunk.Column(0).Text(row));
        return texts;
    }
}
