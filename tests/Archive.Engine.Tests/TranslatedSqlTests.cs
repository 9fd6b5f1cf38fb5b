using System.Globalization;
using System.Text;
using Archive.Adql;
using Archive.Adql.Diagnostics;
using Archive.Adql.Translation;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Engine.Functions;

namespace Archive.Engine.Tests;

/// <summary>DuckDB's own word on the SQL: it takes that of every case, with the engine's functions, and each result column comes in the type that is described.</summary>
public sealed class TranslatedSqlTests : IDisposable
{
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public TranslatedSqlTests()
    {
        connection = database.Connect();
        foreach (var schema in new[] { StoreColumns.SkyOrderSchema, StoreColumns.ViewSchema, StoreColumns.SkyViewSchema, StoreColumns.TapSchemaSchema }) connection.Execute($"CREATE SCHEMA {schema}");
        foreach (var table in ObservationTables.All.Tables)
        {
            var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {column.Type.SqlTypeName()}"));
            var isView = table.Kind == TableKind.View;
            var schema = table.Schema == TapSchema.SchemaName ? StoreColumns.TapSchemaSchema : isView ? StoreColumns.ViewSchema : StoreColumns.PartitionOrderSchema;
            connection.Execute($"CREATE TABLE {schema}.\"{table.Name}\" ({columns})");
            if (table.Position is null) continue;
            connection.Execute($"CREATE TABLE {(isView ? StoreColumns.SkyViewSchema : StoreColumns.SkyOrderSchema)}.\"{table.Name}\" ({columns}, __cell BIGINT, __x DOUBLE, __y DOUBLE, __z DOUBLE)");
        }

        connection.Execute("INSERT INTO koa_hires (koaid, progid, ofname, frameno, elaptime, npixsat, naxis, ra, dec, airmass, iscalib, utdatetime, date_obs) VALUES "
            + "('HI.20040824.1.fits', 'C307', '2004-08-24', 7, 2, 30000000000, 2, 0.5, 0.25, 1.5, true, TIMESTAMP '2009-01-02 12:00:00.5', DATE '2009-01-02')");
        connection.Execute("INSERT INTO koa_hires (koaid) VALUES ('HI.null')");
        foreach (var function in FunctionSet.All) connection.Register(function);
    }

    public static TheoryData<string> CaseFiles => ["tutorial.cases", "bench.cases", "translation.cases", "geometry.cases", "joins.cases", "habits.cases", "requirements.cases"];

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void DuckDB_runs_every_case_and_gives_the_described_types(string file)
    {
        var wrong = new StringBuilder();
        foreach (var item in CaseFile.Read(file, "=$:!").Where(item => !item.Expected.StartsWith('!')))
        {
            var query = AdqlCompiler.Compile(item.Query, ObservationTables.All, new AdqlOptions { RowLimit = 10 });
            try
            {
                using var result = Run(query);
                for (var i = 0; i < query.Columns.Length; i++)
                {
                    if (result.ColumnType(i) != TypeOf(query.Columns[i].Type))
                        wrong.Append(CultureInfo.InvariantCulture, $"{file}:{item.Line}: column {query.Columns[i].Name} is {result.ColumnType(i)}, described as {query.Columns[i].Type.SqlTypeName()}\n");
                }

                Assert.Equal(query.Columns.Length, result.ColumnCount);
            }
            catch (DuckDbException error)
            {
                wrong.Append(CultureInfo.InvariantCulture, $"{file}:{item.Line}: {item.Query}\n{query.Sql}\n{error.Message}\n\n");
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    /// <summary>The same mutated queries in each run: what the translator lets through, DuckDB must understand.</summary>
    [Fact]
    public void DuckDB_understands_whatever_is_translated()
    {
        var corpus = QueryMutations.Corpus();
        var random = new Random(414_960);
        var (translated, wrong) = (0, new StringBuilder());
        while (translated < 5000)
        {
            var adql = QueryMutations.Mutate(corpus[random.Next(corpus.Length)], corpus, random);
            try
            {
                var query = AdqlCompiler.Compile(adql, ObservationTables.All, new AdqlOptions { RowLimit = 10 });
                translated++;
                using var statement = connection.Prepare(query.Sql);
            }
            catch (AdqlException)
            {
            }
            catch (DuckDbException error)
            {
                wrong.Append(CultureInfo.InvariantCulture, $"{adql}\n{error.Message}\n\n");
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    [Theory]
    [InlineData("round(123.456, 2)", "123.46")]
    [InlineData("round(123.456, -1)", "120.0")]
    [InlineData("round(-2.5)", "-3.0")]
    [InlineData("truncate(129.999, 2)", "129.99")]
    [InlineData("truncate(129.999, -1)", "120.0")]
    [InlineData("truncate(-1.9)", "-1.0")]
    [InlineData("mod(-7, 3)", "-1")]
    [InlineData("mod(7, -3)", "1")]
    [InlineData("mod(-7.5, 2)", "-1.5")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("5 / 3600 * 3600", "5.0")]
    [InlineData("2147483647 + 1", "2147483648")]
    [InlineData("1 - 2 - 3", "-4")]
    [InlineData("1 - (2 - 3)", "2")]
    [InlineData("2 * -(3 + 4)", "-14")]
    [InlineData("log10(1000)", "3.0")]
    [InlineData("log(1)", "0.0")]
    [InlineData("power(2, 10)", "1024.0")]
    [InlineData("round(cot(atan(1)), 9)", "1.0")]
    [InlineData("to_date(koaid, 'YYYY-MM-DD')", "NULL")]
    [InlineData("substr('HI.20040824', 4, 8)", "20040824")]
    [InlineData("concat('a', null, 1)", "a1")]
    [InlineData("'a' || null", "NULL")]
    [InlineData("nvl(null, 'x')", "x")]
    [InlineData("upper('aé') || lower('BÜ')", "AÉbü")]
    [InlineData("to_char(to_date('2009-01-05 23:59:59', 'yyyy-mm-dd HH24:MI:SS'), 'DD.MM.YYYY HH12:MI AM')", "05.01.2009 11:59 PM")]
    [InlineData("to_char(utdatetime, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF')", "2009-01-02T12:00:00.500000")]
    [InlineData("cast(utdatetime as varchar)", "2009-01-02T12:00:00.500")]
    [InlineData("cast(date_obs as varchar)", "2009-01-02")]
    [InlineData("cast(koaid as char(5))", "HI.20")]
    [InlineData("to_date(ofname, 'YYYY-MM-DD')", "2004-08-24 00:00:00")]
    [InlineData("sum(frameno)", "7")]
    [InlineData("avg(frameno)", "7.0")]
    public void Values_are_what_ADQL_says(string expression, string expected) =>
        Assert.Equal(expected, First($"select {expression} from koa_hires where koaid like 'HI.2004%'{(expression.StartsWith("sum", StringComparison.Ordinal) ? " group by progid" : "")}"));

    [Theory]
    [InlineData("ra is null", 1)]
    [InlineData("not ra is null", 1)]
    [InlineData("1=1", 2)]
    [InlineData("contains(point(ra, dec), circle(1, 2, 1)) = 0", 1)]
    [InlineData("contains(point(ra, dec), circle(1, 2, 1)) <> 1", 1)]
    [InlineData("contains(point(ra, dec), circle(1, 2, 1)) < 1", 1)]
    [InlineData("koaid not like 'HI.n%'", 1)]
    [InlineData("date_obs = '2009-01-02'", 1)]
    [InlineData("date_obs between '2009-01-01' and '2009-01-02T00:00:00'", 1)]
    [InlineData("utdatetime > '2009-01-02 12:00:00' and utdatetime < '2009-01-02T12:00:00.6Z'", 1)]
    [InlineData("iscalib = 1", 1)]
    [InlineData("airmass = 1.5", 1)]
    [InlineData("ra > 0 or frameno > 0 and frameno < 0", 1)]
    [InlineData("koaid in ('HI.null', 'x''y') and not frameno in (1)", 0)]
    public void Conditions_select_as_ADQL_says(string condition, int rows) =>
        Assert.Equal(rows.ToString(CultureInfo.InvariantCulture), First($"select count(*) from koa_hires where {condition}"));

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    private string First(string adql)
    {
        var query = AdqlCompiler.Compile(adql, ObservationTables.All, AdqlOptions.Default);
        using var result = Run(query with { Sql = $"SELECT CAST(v AS VARCHAR) FROM ({query.Sql}) AS q(v)" });
        using var chunk = result.FetchChunk();
        return chunk is null ? "no row" : chunk.Column(0).Text(0) ?? "NULL";
    }

    private DuckDbResult Run(TranslatedQuery query)
    {
        using var statement = connection.Prepare(query.Sql);
        for (var i = 0; i < query.Parameters.Length; i++)
        {
            var parameter = query.Parameters[i];
            if (parameter.Kind == SqlParameterKind.Text) statement.Bind(i + 1, parameter.Text!);
            else if (parameter.Kind == SqlParameterKind.Date) statement.Bind(i + 1, DateOnly.FromDateTime(parameter.Instant));
            else statement.Bind(i + 1, parameter.Instant);
        }

        return statement.Execute();
    }

    private static DuckDbType TypeOf(ColumnType type) => type.SqlTypeName() switch
    {
        "BOOLEAN" => DuckDbType.Boolean,
        "SMALLINT" => DuckDbType.SmallInt,
        "INTEGER" => DuckDbType.Integer,
        "BIGINT" => DuckDbType.BigInt,
        "FLOAT" => DuckDbType.Float,
        "DOUBLE" => DuckDbType.Double,
        "TIMESTAMP" => DuckDbType.Timestamp,
        "DATE" => DuckDbType.Date,
        var array when array.EndsWith("[]", StringComparison.Ordinal) => DuckDbType.List,
        _ => DuckDbType.Varchar,
    };
}
