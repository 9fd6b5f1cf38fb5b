using Archive.DuckDb;
using Archive.Catalogue.Tables;

namespace Archive.Engine.Tests.Differential;

/// <summary>Random rows, in an archive for the engine and as unit vectors in a database that knows none of its functions.</summary>
internal sealed class TrialTable : IDisposable
{
    private readonly SmallArchive archive = new();
    private readonly DuckDbDatabase database = DuckDbDatabase.Open(null);
    private readonly DuckDbConnection connection;

    public TrialTable(Random random, int count)
    {
        Rows = TrialRow.Make(random, count);
        var values = $"(VALUES {string.Join(", ", Rows.Select(row => row.AsSql))}) t(id, date_obs, ra, dec, mag, name)";
        archive.Write(Description, ("2004-08-24", $"SELECT * FROM {values}"));
        Engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        connection = database.Connect();
        connection.Execute($"CREATE TABLE trial AS SELECT *, cos(radians(dec)) * cos(radians(ra)) AS x, cos(radians(dec)) * sin(radians(ra)) AS y, sin(radians(dec)) AS z FROM {values}");
    }

    public IReadOnlyList<TrialRow> Rows { get; }

    public ArchiveEngine Engine { get; }

    private static Table Description { get; } = new("sky_survey", "trial",
    [
        new Column { Name = "id", Type = ColumnType.Int },
        new Column { Name = "date_obs", Type = ColumnType.Date },
        new Column { Name = "ra", Type = ColumnType.Double, Unit = "deg" },
        new Column { Name = "dec", Type = ColumnType.Double, Unit = "deg" },
        new Column { Name = "mag", Type = ColumnType.Double },
        new Column { Name = "name", Type = ColumnType.Text },
    ])
    {
        KeyColumn = "id",
        UtDateColumn = "date_obs",
        Position = new PositionColumns("ra", "dec"),
    };

    public async Task<HashSet<int>> AskEngineAsync(string condition)
    {
        var ids = new HashSet<int>();
        using var query = await Engine.StartAsync($"SELECT id FROM trial WHERE {condition}");
        while (query.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var i = 0; i < chunk.RowCount; i++) Assert.True(ids.Add(chunk.Column(0).Values<int>()[i]), "a row came twice");
            }
        }

        return ids;
    }

    public HashSet<int> AskInPlainSql(string condition)
    {
        var ids = new HashSet<int>();
        using var result = connection.Query($"SELECT id FROM trial WHERE {condition}");
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var i = 0; i < chunk.RowCount; i++) ids.Add(chunk.Column(0).Values<int>()[i]);
            }
        }

        return ids;
    }

    public void Dispose()
    {
        Engine.Dispose();
        connection.Dispose();
        database.Dispose();
        archive.Dispose();
    }
}
