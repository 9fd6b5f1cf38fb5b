using System.Text.Json;

namespace Archive.EndToEnd.Tests;

/// <summary>A camera that nobody knows: its files are inspected, a definition drafted and edited, and both ways of ingesting them are asked.</summary>
public sealed class OwnInstrumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public OwnInstrumentTests()
    {
        Directory.CreateDirectory(folder["files"]);
        WriteHeader("img001.fits", "INSTRUME= 'ZWO ASI'", "DATE-OBS= '2024-03-01T22:15:30'", "EXPTIME = 30 / [s] Exposure time", "OBJECT  = 'M 31'", "RA      = 10.5", "DEC     = 41.25", "GAINSET = 120");
        WriteHeader("img002.fits", "INSTRUME= 'ZWO ASI'", "DATE-OBS= '2024-03-02T22:15:30'", "EXPTIME = 60.5 / [s] Exposure time", "OBJECT  = 'M 33'");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Ingest_makes_a_table_of_the_headers_that_ObsCore_sees()
    {
        Assert.Contains("2 new", Run("ingest", folder["files"], "--archive", folder["a"], "--table", "my_obs"), StringComparison.Ordinal);
        Assert.Equal(
            "obs_id,exptime,gainset\n20240301T221530.img001.fits,30,120\n20240302T221530.img002.fits,60.5,\n", Query("a", "select obs_id, exptime, gainset from my_obs order by obs_id"));
        Assert.Equal("target_name,instrument_name,t_exptime,s_ra\nM 31,ZWO ASI,30,10.5\nM 33,ZWO ASI,60.5,\n", Query("a", "select target_name, instrument_name, t_exptime, s_ra from ivoa.ObsCore order by t_min"));

        WriteHeader("img003.fits", "DATE-OBS= '2024-03-03'", "GAINSET = 'auto'", "COOLER  = T");
        Assert.Contains("1 new, 0 changed, 2 unchanged", Run("ingest", folder["files"], "--archive", folder["a"], "--table", "my_obs"), StringComparison.Ordinal);
        Assert.Equal("gainset,cooler\n120,\n,\nauto,true\n", Query("a", "select gainset, cooler from my_obs order by ut_date").Replace("True", "true", StringComparison.Ordinal));
        Assert.Contains("whole", Run("check", "--archive", folder["a"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_tells_what_is_there_and_drafts_what_ingest_reads()
    {
        var table = Run("inspect", folder["files"]);
        Assert.Contains("2 files, 2 headers", table, StringComparison.Ordinal);
        Assert.Contains("EXPTIME   2 (100%)  double", table, StringComparison.Ordinal);
        Assert.Contains("GAINSET   1 (50%)", table, StringComparison.Ordinal);

        var json = JsonDocument.Parse(Run("inspect", folder["files"], "--json", "--draft", folder["cam.tsv"], "--table", "cam")).RootElement;
        var exposure = json.GetProperty("keywords").EnumerateArray().Single(keyword => keyword.GetProperty("keyword").GetString() == "EXPTIME");
        Assert.Equal(("double", "s", 1.0), (exposure.GetProperty("type").GetString(), exposure.GetProperty("unit").GetString(), exposure.GetProperty("fill").GetDouble()));
        Assert.Equal(["t_exptime", "exptime"], exposure.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));

        File.WriteAllText(folder["cam.tsv"], File.ReadAllText(folder["cam.tsv"]).Replace("\ngainset\tint", "\ngain\tint", StringComparison.Ordinal));
        Assert.Contains("cam: 2 nights written", Run("ingest", folder["files"], "--archive", folder["a"], "--definition", folder["cam.tsv"]), StringComparison.Ordinal);
        Assert.Contains("as before, not read: 2", Run("ingest", folder["files"], "--archive", folder["a"], "--table", "cam"), StringComparison.Ordinal);
        Assert.Equal("gain\n120\n", Query("a", "select gain from cam where gain is not null"));
    }

    [Fact]
    public void A_faulty_definition_is_told_with_its_line()
    {
        File.WriteAllText(folder["cam.tsv"], "# table: cam\n# colour: red\n");
        using var run = ArchiveProcess.Run("ingest", folder["files"], "--archive", folder["a"], "--definition", folder["cam.tsv"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cam.tsv: Line 2 of the instrument's definition: there is no property 'colour'", run.Errors, StringComparison.Ordinal);
    }

    private string Query(string archive, string adql) => Run("query", adql, "--archive", folder[archive]).ReplaceLineEndings("\n");

    private static string Run(params string[] arguments)
    {
        using var run = ArchiveProcess.Run(arguments);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output;
    }

    private void WriteHeader(string name, params string[] cards) =>
        File.WriteAllText(folder["files/" + name], string.Concat(((string[])["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", .. cards, "END"]).Select(card => card.PadRight(80))).PadRight(2880));
}
