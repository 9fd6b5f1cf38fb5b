namespace Archive.Engine.Tests;

public class OverflowTests
{
    /// <summary>Overflow is said only when a row was left out (DALI 1.1, section 4.4.1; TAP 1.1, section 2.7.4).</summary>
    [Theory]
    [InlineData("SELECT id FROM stars", null, 11, false)]
    [InlineData("SELECT id FROM stars", 12L, 11, false)]
    [InlineData("SELECT id FROM stars", 11L, 11, false)]
    [InlineData("SELECT id FROM stars", 10L, 10, true)]
    [InlineData("SELECT id FROM stars", 0L, 0, true)]
    [InlineData("SELECT TOP 5 id FROM stars", 5L, 5, false)]
    [InlineData("SELECT TOP 5 id FROM stars", 4L, 4, true)]
    [InlineData("SELECT TOP 4 id FROM stars", 5L, 4, false)]
    [InlineData("SELECT a.id FROM stars AS a, stars AS b, stars AS c, stars AS d", 5000L, 5000, true)]
    [InlineData("SELECT a.id FROM stars AS a, stars AS b, stars AS c, stars AS d", 14641L, 14641, false)]
    public async Task Rows_beyond_the_maximum_are_left_out_and_told(string adql, long? maximumRows, int expectedRows, bool expectedOverflow)
    {
        using var archive = SmallArchive.WithStars();
        using var engine = ArchiveEngine.Open(archive.Folder, new EngineOptions { RefreshInterval = null });
        using var query = await engine.StartAsync(adql, maximumRows);
        Assert.Equal(expectedRows, Rows.Read(query).Count);
        Assert.Equal(expectedOverflow, query.IsOverflow);
    }
}
