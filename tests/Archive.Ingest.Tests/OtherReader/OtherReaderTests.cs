using System.Text.Json.Nodes;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DataSamples.Bulk;
using Archive.DataSamples.Headers;
using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;
using Archive.DataSamples.Targets;
using Archive.Ingest.Compaction;
using Archive.Ingest.Importing;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Tests.Partitioning;

namespace Archive.Ingest.Tests.OtherReader;

/// <summary>
/// The archive's files can be read with anything: a reader that has nothing of DuckDB finds in them the types that <c>table.vot</c> leads one to expect, and every value that DuckDB reads. Cells are
/// written as <see cref="StoredCells"/> says: 0.1 is 3fb999999999999a.
/// </summary>
public sealed class OtherReaderTests : IDisposable
{
    private const ulong Seed = 7;

    private readonly TemporaryFolder _folder = new();

    private ArchiveFolder Archive => new(_folder["archive"]);

    public void Dispose() => _folder.Dispose();

    /// <summary>A value a row, and then null; the rows in two nights, imported from a Parquet file and then put together.</summary>
    [SkippableTheory]
    [InlineData("true, false", "true|false")]
    [InlineData("'-32768'::SMALLINT, 32767, 0", "-32768|32767|0")]
    [InlineData("'-2147483648'::INTEGER, 2147483647", "-2147483648|2147483647")]
    [InlineData("-9223372036854775808, 9223372036854775807, 9007199254740993", "-9223372036854775808|9223372036854775807|9007199254740993")]
    [InlineData("'0.1'::FLOAT, '-0.0', 'NaN', 'inf', '-inf', '1e-45', '3.4028235e38'", "3dcccccd|80000000|NaN|7f800000|ff800000|00000001|7f7fffff")]
    [InlineData("'0.1'::DOUBLE, '-0.0', 'NaN', 'inf', '-inf', '5e-324', '1.7976931348623157e308'", "3fb999999999999a|8000000000000000|NaN|7ff0000000000000|fff0000000000000|0000000000000001|7fefffffffffffff")]
    [InlineData("'NaN'::DOUBLE, 'NaN'", "NaN|NaN")]
    [InlineData("'-0.0'::DOUBLE, '0'", "8000000000000000|0000000000000000")]
    [InlineData("DATE '1969-12-31', '2004-08-24', '0001-01-01', '9999-12-31'", "-1|12654|-719162|2932896")]
    [InlineData("TIMESTAMP '2004-08-24 02:16:44.123456', '1969-12-31 23:59:59.999999', '0001-01-01'", "1093313804123456|-1|-62135596800000000")]
    [InlineData("'Käfer', 'α Cen', '𝔸', '', ' blanks ', 'a''b\"c\\', e'a\\tb\\nc', '\uFEFFmark', 'e\u0301'", "Käfer|α Cen|𝔸|| blanks |a'b\"c\\|a\tb\nc|\uFEFFmark|e\u0301")]
    [InlineData("repeat('β', 40000), 'x'", "40000 × β|x")]
    [InlineData("NULL::DOUBLE", "")]
    public void Each_type_is_read_as_it_was_imported(string values, string expected)
    {
        TestTable.Execute($"""
            COPY (SELECT printf('%03d', i - 1) AS obs_id, DATE '2004-08-24' + CASE WHEN i % 2 = 0 THEN 1 ELSE 0 END AS date_obs, v FROM
            (SELECT unnest(range(1, len(list) + 1)) AS i, unnest(list) AS v FROM (SELECT [{values}, NULL] AS list))) TO {DuckDb.SqlText.Literal(_folder["values.parquet"])} (FORMAT parquet)
            """);
        Assert.Equal(expected.Length == 0 ? [null, null] : [.. expected.Split('|').Select(Repeated), null], Imported("values.parquet"));
    }

    /// <summary>The types that only a file which describes its columns has: a cell a row, and then an empty one.</summary>
    [SkippableTheory]
    [InlineData("datatype='unsignedByte'", "0|255", "0|255")]
    [InlineData("datatype='bit'", "1|0", "true|false")]
    [InlineData("datatype='boolean' arraysize='*'", "T F ? T", "[true,false,null,true]")]
    [InlineData("datatype='short' arraysize='3'", "1 -2 3|4 5 6", "[1,-2,3]|[4,5,6]")]
    [InlineData("datatype='long' arraysize='*'", "9007199254740993 -1", "[9007199254740993,-1]")]
    [InlineData("datatype='float' arraysize='2x*'", "0.1 NaN -Inf 1", "[3dcccccd,NaN,ff800000,3f800000]")]
    [InlineData("datatype='double' arraysize='2' xtype='point'", "0.1 -90", "[3fb999999999999a,c056800000000000]")]
    [InlineData("datatype='double' arraysize='3' xtype='circle'", "0.1 -90 1", "[3fb999999999999a,c056800000000000,3ff0000000000000]")]
    [InlineData("datatype='double' arraysize='*' xtype='polygon'", "9 19 11 19 11 21|0.1 0 1 0 1 1 0 1", "[4022000000000000,4033000000000000,4026000000000000,4033000000000000,4026000000000000,4035000000000000]|[3fb999999999999a,0000000000000000,3ff0000000000000,0000000000000000,3ff0000000000000,3ff0000000000000,0000000000000000,3ff0000000000000]")]
    [InlineData("datatype='floatComplex'", "1 -1", "[3f800000,bf800000]")]
    [InlineData("datatype='doubleComplex' arraysize='2'", "1 -1 0.1 0", "[3ff0000000000000,bff0000000000000,3fb999999999999a,0000000000000000]")]
    [InlineData("datatype='char' arraysize='*' xtype='timestamp'", "2004-08-24T02:16:44.123456", "1093313804123456")]
    [InlineData("datatype='char' arraysize='10' xtype='timestamp'", "2004-08-24", "12654")]
    [InlineData("datatype='unicodeChar' arraysize='*'", "Käfer|𝔸", "Käfer|𝔸")]
    public void Each_type_is_read_as_it_was_described(string field, string values, string expected)
    {
        var rows = values.Split('|').Append("").Select((value, i) => $"<TR><TD>{i:D3}</TD><TD>2004-08-{24 + (i % 2)}</TD><TD>{value}</TD></TR>");
        File.WriteAllText(_folder["values.vot"], $"""
            <VOTABLE><TABLE><FIELD name="obs_id" datatype="char" arraysize="3" ucd="meta.id;meta.main"/><FIELD name="date_obs" datatype="char" arraysize="10" xtype="timestamp"/><FIELD name="v" {field}/>
            <DATA><TABLEDATA>{string.Concat(rows)}</TABLEDATA></DATA></TABLE></VOTABLE>
            """);
        Assert.Equal([.. expected.Split('|'), null], Imported("values.vot"));
    }

    /// <summary>Two nights of whole HIRES headers, as they are ingested and after they became one partition.</summary>
    [SkippableFact]
    public void Nights_of_HIRES_are_read_whole()
    {
        var programmes = new ProgrammeList(new TargetList(Seed), Seed);
        foreach (var utDate in new DateOnly[] { new(2004, 8, 24), new(2004, 8, 25) })
        {
            var night = Night.Make(utDate, programmes, Seed);
            var template = HeaderTemplate.Of(night);
            Directory.CreateDirectory(_folder["nights"]);
            foreach (var (i, frame) in NightPlan.Compose(night, 60).Index()) File.WriteAllBytes(_folder[$"nights/{utDate:yyyyMMdd}.{i}.fits"], template.Write(frame).ToBlocks());
        }

        Assert.Equal(120, IngestRun.Run([_folder["nights"]], Archive).New);
        Compact("koa_hires");
        Assert.Equal([60, 60, 120], Checked("koa_hires").Select(file => file.Rows.Length).Order());
    }

    /// <summary>More rows than a row group has, in columns of few values and of many, some of them null throughout a group.</summary>
    [SkippableFact]
    public void A_partition_of_several_row_groups_is_read_whole()
    {
        TestTable.Execute($"""
            COPY (SELECT i AS id, i / 7 AS flux, CASE i % 3 WHEN 0 THEN 'α' WHEN 1 THEN 'β' END AS band, CASE WHEN i > 125000 THEN sqrt(i)::FLOAT END AS late FROM range(130000) t(i))
            TO {DuckDb.SqlText.Literal(_folder["long.parquet"])} (FORMAT parquet)
            """);
        using (var import = TableImport.Open(_folder["long.parquet"], Archive, "taken")) import.Commit();
        var file = Assert.Single(Checked("taken"));
        Assert.Equal((130_000, 2), (file.Rows.Length, file.RowGroups));
    }

    [SkippableFact]
    public void Real_headers_are_read_whole()
    {
        IngestRun.Run([SharedData.Require("corpora/fits/real/keck")], Archive);
        var tables = Archive.TableNames.Where(table => File.Exists(Archive.Table(table).DescriptionFile)).ToArray();
        Assert.Contains("koa_hires", tables);
        Assert.InRange(Checked(tables).Count, tables.Length, int.MaxValue);
    }

    private static string Repeated(string text) => text.Split(" × ") is [var count, var repeated] ? string.Concat(Enumerable.Repeat(repeated, int.Parse(count, null))) : text;

    /// <summary>Imports a file into two nights, puts them together, and gives the column v of the whole as the other reader has it.</summary>
    private IEnumerable<string?> Imported(string file)
    {
        using (var import = TableImport.Open(_folder[file], Archive, "taken")) Assert.Equal((2, "obs_id"), (import.Commit().PartitionFiles, import.Plan.Table.KeyColumn));
        Compact("taken");
        var files = Checked("taken");
        Assert.Equal(3, files.Count);
        return files.MaxBy(read => read.Rows.Length)!.Rows.Select(row => Text(row[2]));
    }

    private static string? Text(JsonNode? cell) => cell is JsonArray list ? $"[{string.Join(',', list.Select(element => Text(element) ?? "null"))}]" : cell?.GetValue<string>();

    private void Compact(string table) => Assert.Equal(1, new TableCompaction(Archive.Table(table)).Run(new CompactionRule(SettledDays: -365)).FilesAfter);

    /// <summary>Holds all files of some tables, those of former snapshots too, against the tables' descriptions and against what DuckDB reads.</summary>
    private List<Hyparquet> Checked(params string[] tables)
    {
        var paths = tables.Select(Archive.Table).SelectMany(table => Directory.GetFiles(table.Root, "*.parquet", SearchOption.AllDirectories).Select(path => (Table: table, Path: path))).ToList();
        var files = Hyparquet.Read(paths.Select(path => path.Path));
        foreach (var ((table, path), file) in paths.Zip(files))
        {
            var described = TableDescription.Read(table.DescriptionFile).Columns.Select(column => new NamedType(column.Name, ParquetTypes.Of(column.Type)));
            Assert.Equal(described, file.Columns);
            Assert.Equal(["ZSTD"], file.Codecs);
            Assert.Empty(file.WrongStatistics);
            Assert.Equal(StoredCells.Read(path).Select(row => row.ToJsonString()), file.Rows.Select(row => row.ToJsonString()));
        }

        return files;
    }
}
