using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests;

public class SnapshotTests
{
    private static readonly EngineOptions Options = new() { RefreshInterval = null };

    [Fact]
    public async Task A_new_night_appears_without_opening_anew()
    {
        using var archive = new SmallArchive();
        archive.Write(SmallArchive.Stars, ("2004-08-24", SmallArchive.FirstNight));
        using var engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(["7"], await engine.RowsOf("SELECT count(*) FROM stars"));
        archive.Write(SmallArchive.Stars, ("2004-08-24", SmallArchive.FirstNight), ("2004-08-25", SmallArchive.SecondNight));
        for (var i = 0; i < 200 && engine.Current.ManifestNumbers["stars"] < 2; i++) await Task.Delay(50);
        Assert.Equal(["11"], await engine.RowsOf("SELECT count(*) FROM stars"));
        Assert.Equal(["3"], await engine.RowsOf("SELECT count(*) FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 1))"));
    }

    [Fact]
    public async Task What_a_killed_process_spilled_is_removed()
    {
        using var archive = SmallArchive.WithStars();
        var spilled = Path.Combine(Directory.CreateDirectory(Path.Combine(archive.Folder.StoreFolder, "spill")).FullName, "duckdb_temp_storage_S32K-0.tmp");
        await File.WriteAllBytesAsync(spilled, new byte[32 << 10]);
        File.SetLastWriteTimeUtc(spilled, DateTime.UtcNow.AddMinutes(-1));
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        Assert.False(File.Exists(spilled));
        Assert.Equal(["11"], await engine.RowsOf("SELECT count(*) FROM stars"));
    }

    [Fact]
    public async Task A_running_query_goes_on_with_the_snapshot_it_began_with()
    {
        using var archive = new SmallArchive();
        const string rows = "SELECT (i + {0})::INTEGER AS id, DATE '2004-08-24' AS date_obs, 1.0::DOUBLE AS ra, 1.0::DOUBLE AS dec, 1.0::DOUBLE AS mag, 'x' AS name, NULL::TIMESTAMP AS observed FROM range(100000) t(i)";
        archive.Write(SmallArchive.Stars, ("2004-08-24", string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, 0)));
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        using var query = await engine.StartAsync("SELECT id FROM stars");
        using (query.Next())
        {
        }

        archive.Write(SmallArchive.Stars, ("2004-08-24", string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, 1_000_000)));
        engine.Refresh();
        Assert.Null(engine.RefreshProblem);
        Assert.Equal(1, query.Snapshot.ManifestNumbers["stars"]);
        Assert.True(Rows.Read(query).Select(int.Parse).Max() < 100_000);
        Assert.Equal(["1000000"], await engine.RowsOf("SELECT min(id) FROM stars"));
    }

    [Fact]
    public async Task A_replaced_removed_or_added_partition_is_seen_in_both_orders()
    {
        using var archive = SmallArchive.WithStars();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        archive.Write(SmallArchive.Stars, ("2004-08-25", SmallArchive.SecondNight.Replace("0.0::DOUBLE END AS dec", "45.0::DOUBLE END AS dec", StringComparison.Ordinal)));
        engine.Refresh();
        Assert.Equal(["4"], await engine.RowsOf("SELECT count(*) FROM stars"));
        Assert.Equal(["0"], await engine.RowsOf("SELECT count(*) FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 1))"));
        Assert.Equal(["3"], await engine.RowsOf("SELECT count(*) FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 45, 1))"));
    }

    /// <summary>Nights are put together, taken apart and given several files: all rows are there once, in both orders.</summary>
    [Fact]
    public async Task Partitions_of_any_length_take_each_others_place()
    {
        const string inCircle = "SELECT count(*) FROM stars WHERE 1 = CONTAINS(POINT(ra, dec), CIRCLE(0, 0, 1))";
        using var archive = SmallArchive.WithStars();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        const string both = $"{SmallArchive.FirstNight} UNION ALL {SmallArchive.SecondNight}";
        (string, string)[][] states =
        [
            [("2004-08", both)],
            [("2004", both)],
            [("2004-08-24", SmallArchive.FirstNight), ("2004-08-25", $"SELECT * FROM ({SmallArchive.SecondNight}) WHERE id < 10"), ("2004-08-25", $"SELECT * FROM ({SmallArchive.SecondNight}) WHERE id >= 10")],
            [("2004-08-24", SmallArchive.FirstNight), ("2004-08-25", $"SELECT * FROM ({SmallArchive.SecondNight}) WHERE id < 10"), ("2004-08-25", $"SELECT * REPLACE ('again' AS name) FROM ({SmallArchive.SecondNight}) WHERE id >= 10")],
            [("2004-08", both)],
        ];
        foreach (var state in states)
        {
            archive.Write(SmallArchive.Stars, state);
            engine.Refresh();
            Assert.Null(engine.RefreshProblem);
            Assert.Equal(["11|11"], await engine.RowsOf("SELECT count(*), count(DISTINCT id) FROM stars"));
            Assert.Equal(["3"], await engine.RowsOf(inCircle));
        }
    }

    [Fact]
    public async Task A_table_with_another_definition_is_loaded_anew()
    {
        using var archive = SmallArchive.WithStars();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        var wider = new Table("sky_survey", "stars", [.. SmallArchive.Stars.Columns, new Column { Name = "extra", Type = ColumnType.Int }])
            { UtDateColumn = "date_obs", Position = SmallArchive.Stars.Position };
        archive.Write(wider, ("2004-08-24", $"SELECT *, 7::INTEGER AS extra FROM ({SmallArchive.FirstNight})"));
        engine.Refresh();
        Assert.Equal(["49"], await engine.RowsOf("SELECT sum(extra) FROM stars"));
    }

    [Fact]
    public async Task A_broken_manifest_leaves_the_former_snapshot()
    {
        using var archive = SmallArchive.WithStars();
        using var engine = ArchiveEngine.Open(archive.Folder, Options);
        File.WriteAllText(archive.Folder.Table("stars").CurrentFile, "99");
        engine.Refresh();
        Assert.Contains("00000099.json", engine.RefreshProblem, StringComparison.Ordinal);
        Assert.Equal(["11"], await engine.RowsOf("SELECT count(*) FROM stars"));
        File.WriteAllText(archive.Folder.Table("stars").CurrentFile, "1");
        engine.Refresh();
        Assert.Null(engine.RefreshProblem);
    }

    [Fact]
    public async Task The_store_can_be_thrown_away_and_is_kept_otherwise()
    {
        using var archive = SmallArchive.WithStars();
        using (ArchiveEngine.Open(archive.Folder, Options))
        {
        }

        Directory.Delete(archive.Folder.StoreFolder, recursive: true);
        using (var engine = ArchiveEngine.Open(archive.Folder, Options)) Assert.Equal(["11"], await engine.RowsOf("SELECT count(*) FROM stars"));
        var loaded = new List<string>();
        using (ArchiveEngine.Open(archive.Folder, Options, progress: loaded.Add)) Assert.Empty(loaded);
    }

    [Fact]
    public void A_folder_that_is_no_archive_is_told()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<EngineException>(() => ArchiveEngine.Open(new(folder["nowhere"]), Options));
        Assert.Contains("is not an archive", error.Message, StringComparison.Ordinal);
    }
}
