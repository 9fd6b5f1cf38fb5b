using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>The tables in which the service describes itself (TAP 1.1, section 4).</summary>
public partial class TapSchemaTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Datatypes = ["boolean", "bit", "unsignedByte", "short", "int", "long", "char", "unicodeChar", "float", "double", "floatComplex", "doubleComplex"];

    /// <summary>[T40] [T42] [T43] The columns that the standard names: texts and integers (#), never null where it says so (!), all of them flagged as standard.</summary>
    [Theory]
    [InlineData("schemas", "schema_name! utype description schema_index#")]
    [InlineData("tables", "schema_name! table_name! table_type! utype description table_index#")]
    [InlineData("columns", "table_name! column_name! datatype! arraysize xtype \"size\"# description utype unit ucd indexed#! principal#! std#! column_index#")]
    [InlineData("keys", "key_id! from_table! target_table! description utype")]
    [InlineData("key_columns", "key_id! from_column! target_column!")]
    public async Task The_standards_columns_are_there(string table, string columns)
    {
        foreach (var column in columns.Split(' '))
        {
            var name = column.TrimEnd('!').TrimEnd('#');
            Assert.Equal([column.Contains('#', StringComparison.Ordinal) ? "int\t\t1" : "char\t*\t1"],
                await RowsAsync($"SELECT datatype, arraysize, std FROM TAP_SCHEMA.columns WHERE table_name = 'TAP_SCHEMA.{table}' AND column_name = '{name}'"));
            if (column.EndsWith('!')) Assert.Equal(["0"], await RowsAsync($"SELECT COUNT(*) FROM TAP_SCHEMA.{table} WHERE {name} IS NULL"));
        }
    }

    /// <summary>[T41] Names are unique, and what a query takes as they stand.</summary>
    [Fact]
    public async Task Names_can_be_pasted_into_a_query()
    {
        var columns = (await RowsAsync("SELECT table_name, column_name FROM TAP_SCHEMA.columns")).Select(row => row.Split('\t')).ToList();
        Assert.Equal(columns.Count, columns.DistinctBy(row => (row[0], row[1])).Count());
        var tables = await RowsAsync("SELECT table_name FROM TAP_SCHEMA.tables");
        Assert.Equal(tables.Order(StringComparer.Ordinal), columns.Select(row => row[0]).Distinct().Order(StringComparer.Ordinal));
        var schemas = await RowsAsync("SELECT schema_name FROM TAP_SCHEMA.schemas");
        Assert.Equal(schemas.Length, schemas.Distinct().Count());
        Assert.Contains(columns, row => row[1] == "\"size\"");
        foreach (var table in columns.GroupBy(row => row[0], row => row[1]))
            await RowsAsync($"SELECT TOP 1 {string.Join(", ", table)} FROM {table.Key}");
    }

    /// <summary>[T42] [T43] Datatypes are VOTable's; size is the number at the begin of a size that has one; flags are 0 or 1.</summary>
    [Fact]
    public async Task Types_and_flags_are_of_the_standards()
    {
        foreach (var row in (await RowsAsync("SELECT datatype, arraysize, \"size\", column_name FROM TAP_SCHEMA.columns")).Select(row => row.Split('\t')))
        {
            Assert.Contains(row[0], Datatypes);
            Assert.Equal(OneDimension().Match(row[1]).Groups[1].Value, row[2]);
            Assert.False(row[1] == "1", $"{row[3]} is a scalar of arraysize 1.");
        }

        Assert.Equal(["0"], await RowsAsync("SELECT COUNT(*) FROM TAP_SCHEMA.columns WHERE indexed NOT IN (0, 1) OR principal NOT IN (0, 1) OR std NOT IN (0, 1)"));
        Assert.Equal(["0"], await RowsAsync("SELECT COUNT(*) FROM TAP_SCHEMA.tables WHERE table_type NOT IN ('table', 'view')"));
    }

    /// <summary>[T44] It describes itself: five tables, and the five keys between them.</summary>
    [Fact]
    public async Task It_describes_itself()
    {
        Assert.Equal(["TAP_SCHEMA.columns", "TAP_SCHEMA.key_columns", "TAP_SCHEMA.keys", "TAP_SCHEMA.schemas", "TAP_SCHEMA.tables"],
            await RowsAsync("SELECT table_name FROM TAP_SCHEMA.tables WHERE schema_name = 'TAP_SCHEMA' ORDER BY table_name"));
        Assert.Equal(
        [
            "TAP_SCHEMA.columns\ttable_name\tTAP_SCHEMA.tables\ttable_name", "TAP_SCHEMA.key_columns\tkey_id\tTAP_SCHEMA.keys\tkey_id", "TAP_SCHEMA.keys\tfrom_table\tTAP_SCHEMA.tables\ttable_name",
            "TAP_SCHEMA.keys\ttarget_table\tTAP_SCHEMA.tables\ttable_name", "TAP_SCHEMA.tables\tschema_name\tTAP_SCHEMA.schemas\tschema_name",
        ], await RowsAsync("SELECT from_table, from_column, target_table, target_column FROM TAP_SCHEMA.keys JOIN TAP_SCHEMA.key_columns USING (key_id) WHERE from_table LIKE 'TAP_SCHEMA.%' ORDER BY from_table, from_column"));
        Assert.Equal(["0"], await RowsAsync("SELECT COUNT(*) FROM TAP_SCHEMA.key_columns AS k WHERE NOT EXISTS (SELECT * FROM TAP_SCHEMA.columns AS c WHERE c.column_name = k.from_column) OR NOT EXISTS (SELECT * FROM TAP_SCHEMA.columns AS c WHERE c.column_name = k.target_column)"));
    }

    /// <summary>[T45] [J2] It is asked like any table, and TOPCAT's first question to it is answered.</summary>
    [Theory]
    [InlineData("SELECT COUNT(*) AS nrow FROM TAP_SCHEMA.columns", 1)]
    [InlineData("select count(*) from tap_schema.COLUMNS", 1)]
    [InlineData("SELECT \"size\" FROM Tap_Schema.columns WHERE column_name = 'name'", 1)]
    [InlineData("SELECT table_name, utype FROM TAP_SCHEMA.tables WHERE utype IS NULL AND table_name = 'stars'", 1)]
    [InlineData("SELECT schema_name, table_name, table_type, description, utype FROM TAP_SCHEMA.tables WHERE schema_name = 'sky_survey'", 1)]
    [InlineData("SELECT c.column_name FROM TAP_SCHEMA.columns AS c JOIN TAP_SCHEMA.tables AS t ON c.table_name = t.table_name WHERE t.table_name = 'stars'", 7)]
    public async Task It_is_asked_like_any_table(string adql, int rows) => Assert.Equal(rows, (await RowsAsync(adql)).Length);

    /// <summary>The rows as tab-separated values, in which nothing is quoted.</summary>
    private async Task<string[]> RowsAsync(string adql)
    {
        using var response = await server.Client.QueryAsync(adql, ("FORMAT", "tsv"), ("MAXREC", "100000"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, string.Create(CultureInfo.InvariantCulture, $"{adql}\n{text}"));
        return text.Split('\n')[1..^1];
    }

    [GeneratedRegex(@"^([0-9]+)\*?$")]
    private static partial Regex OneDimension();
}
