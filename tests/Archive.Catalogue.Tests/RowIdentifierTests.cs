using Archive.Catalogue.Identifiers;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Testing;
using Xunit;

namespace Archive.Catalogue.Tests;

public sealed class RowIdentifierTests
{
    [Theory]
    [InlineData("koa_hires", "HI.20040824.16437", "ivo://archive.local/koa_hires?HI.20040824.16437")]
    [InlineData("stars", "7", "ivo://archive.local/stars?7")]
    [InlineData("odd name", "a b/c?d#e%f&g+h", "ivo://archive.local/odd%20name?a%20b%2Fc%3Fd%23e%25f%26g%2Bh")]
    [InlineData("t", "é'\"<", "ivo://archive.local/t?%C3%A9%27%22%3C")]
    public void What_is_written_is_read_again(string table, string key, string text)
    {
        var identifier = new RowIdentifier(table, key);
        Assert.Equal(text, identifier.ToString());
        Assert.True(RowIdentifier.TryParse(text, out var read));
        Assert.Equal(identifier, read);
    }

    [Theory]
    [InlineData("IVO://Archive.Local/koa_hires?HI.1", "koa_hires", "HI.1")]
    [InlineData("ivo://archive.local/t?a?b", "t", "a?b")]
    [InlineData("ivo://archive.local/t?100%", "t", "100%")]
    public void What_others_write_is_read(string text, string table, string key)
    {
        Assert.True(RowIdentifier.TryParse(text, out var read));
        Assert.Equal(new RowIdentifier(table, key), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HI.20040824.16437")]
    [InlineData("ivo://archive.local")]
    [InlineData("ivo://archive.local/koa_hires")]
    [InlineData("ivo://archive.local/koa_hires?")]
    [InlineData("ivo://archive.local/?HI.1")]
    [InlineData("ivo://elsewhere.org/koa_hires?HI.1")]
    public void What_names_no_row_is_not_read(string text) => Assert.False(RowIdentifier.TryParse(text, out _));

    [Theory]
    [InlineData("HI.20040824.16437")]
    [InlineData("a b/c?d#e%f&g+h~-_.é'\"<")]
    public void DuckDB_writes_the_same(string key)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query($"SELECT {SqlText.Literal(RowIdentifier.PrefixOf(SmallArchive.Stars))} || url_encode({SqlText.Literal(key)})");
        using var chunk = result.FetchChunk();
        Assert.Equal(new RowIdentifier("stars", key).ToString(), chunk!.Column(0).Text(0));
    }

    [Fact]
    public void Rows_can_be_named_by_text_and_by_whole_numbers()
    {
        Assert.True(RowIdentifier.IsFor(ObservationTables.Hires));
        Assert.True(RowIdentifier.IsFor(SmallArchive.Stars));
        Assert.False(RowIdentifier.IsFor(ObservationTables.Nirc2));
        Assert.False(RowIdentifier.IsFor(new Table("s", "t", [new Column { Name = "x", Type = ColumnType.Double }]) { KeyColumn = "x" }));
    }
}
