using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Archive.EndToEnd.Tests;

/// <summary>What a user sees of each verb, and what happens when something is wrong: a message that says what to do, an exit code, nothing lost.</summary>
public sealed class CommandLineTests : IClassFixture<CommandLineTests.Catalogue>
{
    private readonly string archive;

    public CommandLineTests(Catalogue catalogue) => archive = catalogue.Archive;

    [Theory]
    [InlineData("", 0, "ingest")]
    [InlineData("demo", 0, "--rows")]
    [InlineData("ingest", 0, "--archive")]
    [InlineData("inspect", 0, "--draft")]
    [InlineData("import", 0, "--table")]
    [InlineData("mirror", 0, "--parallel")]
    [InlineData("serve", 0, "--urls")]
    [InlineData("query", 0, "--format")]
    [InlineData("explain", 0, "--archive")]
    [InlineData("check", 0, "--archive")]
    [InlineData("snapshots", 0, "--json")]
    [InlineData("compact", 0, "--settled-days")]
    [InlineData("prune", 0, "--keep")]
    public void Every_verb_has_help(string verb, int exitCode, string mentions)
    {
        using var run = ArchiveProcess.Run([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(mentions, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "id,name\r\n1,one\r\n2,\"two, too\"\r\n")]
    [InlineData("tsv", "id\tname\n1\tone\n2\ttwo, too\n")]
    public void A_query_writes_its_result(string format, string expected)
    {
        using var run = ArchiveProcess.Run("query", "select id, name from things order by id", "--archive", archive, "--format", format);
        Assert.Equal((0, expected.ReplaceLineEndings("\n")), (run.ExitCode, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void An_imported_footprint_is_a_geometry()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["fields.csv"], "obs_id,s_region\na,9 19 11 19 11 21 9 21\nb,359 -1 1 -1 1 1 359 1\n");
        using var import = ArchiveProcess.Run("import", folder["fields.csv"], "--archive", folder["archive"], "--table", "fields");
        Assert.Equal(0, import.ExitCode);
        using var run = ArchiveProcess.Run("query", "select obs_id, centroid(s_region) as c, s_region from fields where 1 = contains(point(0.5, 0.5), s_region)", "--archive", folder["archive"], "--format", "csv");
        Assert.Equal((0, "obs_id,c,s_region\nb,0 0,359 -1 1 -1 1 1 359 1\n"), (run.ExitCode, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_query_tells_that_there_are_more_rows()
    {
        using var run = ArchiveProcess.Run("query", "select id from things", "--archive", archive, "--maxrec", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("more rows", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query|select|--archive|ARCHIVE", "line 1, column 7")]
    [InlineData("query|select id from thing|--archive|ARCHIVE", "Did you mean things?")]
    [InlineData("query|select idd, nam from things|--archive|ARCHIVE", "idd")]
    [InlineData("query|select id from things|--archive|ARCHIVE|--format|bogus", "votable")]
    [InlineData("query|select id from things|--archive|ARCHIVE|--maxrec|-1", "--maxrec")]
    [InlineData("query|select id from things|--archive|/nowhere/at/all", "is not an archive")]
    [InlineData("explain|select id from nothing|--archive|ARCHIVE", "nothing")]
    [InlineData("serve|--archive|/nowhere/at/all", "is not an archive")]
    [InlineData("serve|--archive|ARCHIVE|--urls|bogus", "bogus")]
    [InlineData("check|--archive|/nowhere/at/all", "is not an archive")]
    [InlineData("ingest|/nowhere/at/all|--archive|ARCHIVE", "/nowhere/at/all")]
    [InlineData("ingest|/etc|--archive|ARCHIVE|--hdu|SCI,x", "--hdu takes a number, an EXTNAME, or EXTNAME,EXTVER; not 'SCI,x'.")]
    [InlineData("ingest|/etc|--archive|ARCHIVE|--table|My-Table", "can't be the name of a table")]
    [InlineData("ingest|/etc|--archive|ARCHIVE|--definition|/nowhere.tsv", "/nowhere.tsv")]
    [InlineData("inspect|/nowhere/at/all", "/nowhere/at/all")]
    [InlineData("inspect|ARCHIVE|--draft|ARCHIVE", "is there already")]
    [InlineData("import|/nowhere/at/all.csv|--archive|ARCHIVE|--table|t", "/nowhere/at/all.csv")]
    [InlineData("mirror|ftp://somewhere/TAP|t|--archive|ARCHIVE", "is no address of a TAP service")]
    [InlineData("mirror|http://127.0.0.1:8080/TAP|t|--archive|ARCHIVE|--from|yesterday", "YYYY-MM-DD")]
    [InlineData("mirror|http://127.0.0.1:8080/TAP|t|--archive|ARCHIVE|--parallel|99", "1 to 8")]
    [InlineData("mirror|http://127.0.0.1:8080/TAP|things|--archive|ARCHIVE", "--table NAME")]
    [InlineData("demo|--archive|ARCHIVE", "isn't a demo")]
    [InlineData("demo|--archive|ARCHIVE-too-small|--rows|5", "rows")]
    [InlineData("frobnicate", "--help")]
    [InlineData("query", "--help")]
    public void What_cannot_be_done_is_said_with_exit_code_2(string arguments, string mentions)
    {
        using var run = ArchiveProcess.Run(arguments.Replace("ARCHIVE", archive, StringComparison.Ordinal).Split('|'));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(mentions, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Archive.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_shows_every_stage_and_what_was_read()
    {
        using var run = ArchiveProcess.Run("explain", "select nvl(name, '-') as n from things where id = 2;", "--archive", archive);
        Assert.Equal(0, run.ExitCode);
        foreach (var part in new[] { "-- Standard form\nSELECT COALESCE(name, '-') AS n FROM things WHERE id = 2\n", "-- Syntax tree", "-- Resolved query", "-- SQL", "-- DuckDB's plan", "-- Rows read\nthings, in the order of its partitions: 2 of 2 rows read, 1 kept\n  by id" })
            Assert.Contains(part, run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_tells_programs_in_JSON_what_is_wrong()
    {
        using var run = ArchiveProcess.Run("explain", "select idd from things", "--json", "--archive", archive);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("select idd from things", JsonDocument.Parse(run.Output).RootElement.GetProperty("query").GetString());
        Assert.Equal("ADQL-301", JsonDocument.Parse(run.Output).RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        using var sound = ArchiveProcess.Run("explain", "select id from things", "--json", "--archive", archive);
        Assert.Equal(0, sound.ExitCode);
        Assert.Contains("t1.\"id\"", JsonDocument.Parse(sound.Output).RootElement.GetProperty("SQL").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(sound.Output).RootElement.GetProperty("scans")[0].GetProperty("rowsScanned").GetInt64());
        Assert.Equal(0, JsonDocument.Parse(sound.Output).RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public void A_busy_port_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var run = ArchiveProcess.Run("serve", "--archive", archive, "--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--urls", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_answers_and_a_query_beside_it_still_works()
    {
        using var server = ArchiveProcess.Start("serve", "--archive", archive, "--urls", "http://127.0.0.1:0");
        var line = await server.LineWith("/TAP");
        var url = line.Split(' ').Single(word => word.EndsWith("/TAP", StringComparison.Ordinal));
        using var client = new HttpClient();
        Assert.Equal("n\r\n2\r\n", await client.GetStringAsync(new Uri($"{url}/sync?LANG=ADQL&FORMAT=csv&QUERY=select+count(*)+as+n+from+things")));
        using var run = ArchiveProcess.Run("query", "select count(*) as n from things", "--archive", archive);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("in use by another process", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_finds_a_changed_byte()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["t.csv"], "id,name\n1,one\n");
        using (var import = ArchiveProcess.Run("import", folder["t.csv"], "--archive", folder["a"], "--table", "t")) Assert.Equal(0, import.ExitCode);
        using (var whole = ArchiveProcess.Run("check", "--archive", folder["a"])) Assert.Equal((0, true), (whole.ExitCode, whole.Output.Contains("whole", StringComparison.Ordinal)));
        var file = Directory.EnumerateFiles(folder["a"], "*.parquet", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        using var check = ArchiveProcess.Run("check", "--archive", folder["a"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(Path.GetFileName(file), check.Output, StringComparison.Ordinal);
    }

    /// <summary>An archive with one table of two rows, made by the command line itself.</summary>
    public sealed class Catalogue : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Catalogue()
        {
            File.WriteAllText(folder["things.csv"], "id,name\n1,one\n2,\"two, too\"\n");
            using var import = ArchiveProcess.Run("import", folder["things.csv"], "--archive", Archive, "--table", "things");
            Assert.True(import.ExitCode == 0, import.Errors);
        }

        public string Archive => folder["archive"];

        public void Dispose() => folder.Dispose();
    }
}
