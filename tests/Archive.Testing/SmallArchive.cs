using System.Security.Cryptography;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Testing;

/// <summary>A real archive in a temporary folder whose rows a test writes as SQL: Parquet files, manifests, descriptions.</summary>
public sealed class SmallArchive : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public SmallArchive()
    {
        connection = database.Connect();
        Directory.CreateDirectory(Folder.TablesFolder);
    }

    /// <summary>When the next snapshot says that it was made.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>A folder whose name means something else to whoever takes paths for patterns or pastes them into SQL.</summary>
    public ArchiveFolder Folder => new(temporary["an [odd] o'clock *"]);

    /// <summary>A table <c>stars</c> in two nights: id, date_obs, ra, dec, mag, name; ten rows with positions and one without.</summary>
    public static Table Stars { get; } = new("sky_survey", "stars",
    [
        new Column { Name = "id", Type = ColumnType.Int, Ucd = "meta.id;meta.main", Description = "Number of the star.", IsPrincipal = true },
        new Column { Name = "date_obs", Type = ColumnType.Date, Ucd = "time.start;obs", Description = "UT date." },
        new Column { Name = "ra", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.ra;meta.main", Description = "Right ascension." },
        new Column { Name = "dec", Type = ColumnType.Double, Unit = "deg", Ucd = "pos.eq.dec;meta.main", Description = "Declination." },
        new Column { Name = "mag", Type = ColumnType.Double, Unit = "mag", Ucd = "phot.mag", Description = "Magnitude." },
        new Column { Name = "name", Type = ColumnType.TextUpTo(16), Description = "Name of the star." },
        new Column { Name = "observed", Type = ColumnType.Timestamp, Description = "Instant of the observation." },
    ])
    {
        Description = "Stars for tests.",
        KeyColumn = "id",
        UtDateColumn = "date_obs",
        Position = new PositionColumns("ra", "dec"),
    };

    public const string FirstNight = """
        SELECT i::INTEGER AS id, DATE '2004-08-24' AS date_obs, (10.0 * i)::DOUBLE AS ra, (i - 3)::DOUBLE AS dec, 5 + i / 10 AS mag,
               'star ' || i AS name, TIMESTAMP '2004-08-24 10:00:00' + INTERVAL (i) MINUTE AS observed
        FROM range(1, 8) t(i)
        """;

    public const string SecondNight = """
        SELECT i::INTEGER AS id, DATE '2004-08-25' AS date_obs, CASE WHEN i < 11 THEN 359.9 + i / 100 - 0.08 END AS ra, CASE WHEN i < 11 THEN 0.0::DOUBLE END AS dec,
               NULL::DOUBLE AS mag, CASE WHEN i < 11 THEN 'O''Neill <&> ' || i END AS name, NULL::TIMESTAMP AS observed
        FROM range(8, 12) t(i)
        """;

    public static SmallArchive WithStars()
    {
        var archive = new SmallArchive();
        archive.Write(Stars, ("2004-08-24", FirstNight), ("2004-08-25", SecondNight));
        return archive;
    }

    /// <summary>Writes a snapshot of a table: one file a partition, each the rows of a SELECT. It replaces the former snapshot.</summary>
    public void Write(Table table, params (string Partition, string Select)[] partitions)
    {
        var folder = Folder.Table(table.Name);
        var files = partitions.Select(partition => WriteFile(folder, partition.Partition, partition.Select)).ToList();
        TableDescription.Write(table, folder.DescriptionFile);
        var store = new ManifestStore(folder);
        var number = store.CurrentNumber() + 1;
        var description = FormattableString.Invariant($"{number}.vot");
        Directory.CreateDirectory(folder.ManifestsFolder);
        TableDescription.Write(table, Path.Combine(folder.ManifestsFolder, description));
        store.Commit(new Manifest { Number = number, Created = Now, Description = description, Files = [.. files] });
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
        temporary.Dispose();
    }

    private PartitionFile WriteFile(TableFolder folder, string partition, string select)
    {
        var place = partition.Length == 0 ? "data" : $"ut_date={partition}";
        Directory.CreateDirectory(Path.Combine(folder.Root, place));
        var temporaryPath = Path.Combine(folder.Root, place, "writing.tmp");
        var rows = connection.Execute($"COPY ({select}) TO {SqlText.Literal(temporaryPath)} (FORMAT parquet)");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(temporaryPath)));
        var path = $"{place}/{hash[..16]}.parquet";
        File.Move(temporaryPath, Path.Combine(folder.Root, path), overwrite: true);
        return new PartitionFile(path, partition, rows, new FileInfo(Path.Combine(folder.Root, path)).Length, hash);
    }
}
