namespace Archive.EndToEnd.Tests;

/// <summary>A broken file, a full disk, a kill: the good headers are taken, the former snapshot stays, the next run finishes the work.</summary>
public class NothingIsLostTests
{
    [Fact]
    public void A_broken_file_goes_to_quarantine_and_the_good_one_beside_it_is_taken()
    {
        using var folder = new TemporaryFolder();
        HeaderFiles.Write(folder["files"], 1);
        File.WriteAllText(folder["files/broken.fits"], "SIMPLE  =                    T / cut here");
        using var ingest = ArchiveProcess.Run("ingest", folder["files"], "--archive", folder["a"], "--table", "koa_hires");
        Assert.Equal(0, ingest.ExitCode);
        Assert.Contains("1 new, 0 changed, 0 unchanged, 0 duplicates, 1 quarantined", ingest.Output, StringComparison.Ordinal);
        Assert.Contains("broken.fits", File.ReadAllText(folder["a/tables/koa_hires/quarantine/refused.jsonl"]), StringComparison.Ordinal);
        using var again = ArchiveProcess.Run("ingest", folder["files"], "--archive", folder["a"], "--table", "koa_hires");
        Assert.Contains("0 new, 0 changed, 1 unchanged, 0 duplicates, 1 quarantined", again.Output, StringComparison.Ordinal);
        Assert.Contains("nothing changed", again.Output, StringComparison.Ordinal);
        using var query = ArchiveProcess.Run("query", "select koaid, semester from koa_hires", "--archive", folder["a"]);
        Assert.Equal("koaid,semester\nHI.20090831.00000.fits,2009B", query.Output.ReplaceLineEndings("\n").TrimEnd());
        using var account = ArchiveProcess.Run("query", "select count(*) as files, count(code) as refused, count(distinct o.obs_id) as observations from ingest.ingest_files f left join ivoa.ObsCore o on o.obs_id = f.row_key", "--archive", folder["a"], "--format", "csv");
        Assert.Equal("files,refused,observations\n2,1,1", account.Output.ReplaceLineEndings("\n").TrimEnd());
        using var all = ArchiveProcess.Run("query", "select count(*) as n from ivoa.ObsCore", "--archive", folder["a"], "--format", "csv");
        Assert.Equal("n 1", all.Output.ReplaceLineEndings(" ").Trim());
    }

    [SkippableFact]
    public void A_full_disk_is_said_and_the_former_snapshot_stays()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "limits the size of files with the shell's ulimit");
        using var folder = new TemporaryFolder();
        HeaderFiles.Write(folder["first"], 1);
        using (var first = ArchiveProcess.Run("ingest", folder["first"], "--archive", folder["a"])) Assert.Equal(0, first.ExitCode);
        HeaderFiles.Write(folder["second"], 40);
        using var full = ArchiveProcess.StartInShell("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 64", "ingest", folder["second"], "--archive", folder["a"]).Ended();
        Assert.Equal(2, full.ExitCode);
        Assert.DoesNotContain("   at Archive.", full.Errors, StringComparison.Ordinal);
        AssertWhole(folder["a"], 1);
        using (var again = ArchiveProcess.Run("ingest", folder["second"], "--archive", folder["a"])) Assert.Equal(0, again.ExitCode);
        AssertWhole(folder["a"], 40);
    }

    [SkippableFact]
    public void A_read_only_disk_is_said_and_the_archive_on_it_can_still_be_asked()
    {
        using var folder = new TemporaryFolder();
        HeaderFiles.Write(folder["first"], 1);
        HeaderFiles.Write(folder["second"], 3);
        using (var first = ArchiveProcess.Run("ingest", folder["first"], "--archive", folder["a"])) Assert.Equal(0, first.ExitCode);
        foreach (var archive in new[] { folder["a"], folder["a/another"] })
        {
            using var refused = ArchiveProcess.StartReadOnly(folder["a"], "ingest", folder["second"], "--archive", archive).Ended();
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("read-only", refused.Errors, StringComparison.OrdinalIgnoreCase);
        }

        using var query = ArchiveProcess.StartReadOnly(folder["a"], "query", "select count(*) as n from koa_hires", "--archive", folder["a"]).Ended();
        Assert.Equal("n 1", query.Output.ReplaceLineEndings(" ").Trim());
    }

    [Fact]
    public async Task A_killed_ingest_leaves_the_former_snapshot_and_the_next_one_finishes()
    {
        using var folder = new TemporaryFolder();
        HeaderFiles.Write(folder["first"], 1);
        using (var first = ArchiveProcess.Run("ingest", folder["first"], "--archive", folder["a"])) Assert.Equal(0, first.ExitCode);
        HeaderFiles.Write(folder["second"], 300);
        foreach (var milliseconds in new[] { 100, 200, 300, 400, 600 })
        {
            using var killed = ArchiveProcess.Start("ingest", folder["second"], "--archive", folder["a"]);
            await Task.Delay(milliseconds);
            killed.Kill();
            killed.Ended();
            using var check = ArchiveProcess.Run("check", "--archive", folder["a"]);
            Assert.Contains("rows: whole", check.Output, StringComparison.Ordinal);
        }

        using (var again = ArchiveProcess.Run("ingest", folder["second"], "--archive", folder["a"])) Assert.Equal(0, again.ExitCode);
        AssertWhole(folder["a"], 300);
    }

    /// <summary>The last step of an import with other columns fails: the former rows keep theirs, for who checks, asks or compacts.</summary>
    [Fact]
    public void New_columns_that_came_no_further_than_their_description_change_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Import("obs_id,date_obs,name\na,2004-08-24,one\nb,2004-08-25,two\nc,2005-01-01,three\n"));
        var obstacle = folder["a/tables/t/manifests/00000002.json"];
        Directory.CreateDirectory(Path.Combine(obstacle, "in the way"));
        const string wider = "obs_id,date_obs,name,magnitude\na,2004-08-24,one,1.5\n";
        Assert.Equal(2, Import(wider));
        Directory.Delete(obstacle, recursive: true);
        AssertFormer();
        using (var compact = ArchiveProcess.Run("compact", "--archive", folder["a"])) Assert.Contains("3 files before, 2 now", compact.Output, StringComparison.Ordinal);
        AssertFormer();
        Assert.Equal(0, Import(wider));
        Assert.Equal("name,magnitude one,1.5", Ask("select name, magnitude from t"));

        int Import(string rows)
        {
            File.WriteAllText(folder["t.csv"], rows);
            using var import = ArchiveProcess.Run("import", folder["t.csv"], "--archive", folder["a"], "--table", "t");
            return import.ExitCode;
        }

        void AssertFormer()
        {
            using var check = ArchiveProcess.Run("check", "--archive", folder["a"]);
            Assert.Contains("3 rows: whole", check.Output, StringComparison.Ordinal);
            Assert.Equal("name one two three", Ask("select name from t order by obs_id"));
        }

        string Ask(string adql)
        {
            using var query = ArchiveProcess.Run("query", adql, "--archive", folder["a"], "--format", "csv");
            Assert.True(query.ExitCode == 0, query.Errors);
            return query.Output.ReplaceLineEndings(" ").Trim();
        }
    }

    private static void AssertWhole(string archive, int observations)
    {
        using var check = ArchiveProcess.Run("check", "--archive", archive);
        Assert.Contains("rows: whole", check.Output, StringComparison.Ordinal);
        using var query = ArchiveProcess.Run("query", "select count(*) as n from koa_hires", "--archive", archive, "--format", "csv");
        Assert.Equal(FormattableString.Invariant($"n {observations}"), query.Output.ReplaceLineEndings(" ").Trim());
    }
}
