namespace Archive.Formats.Tests;

/// <summary>The formats for people: nothing in a value can leave its cell or its line.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("'<script>alert(1)</script>'", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("'https://a.org/?x=1&y=\"2\"'", "<a href=\"https://a.org/?x=1&amp;y=&quot;2&quot;\">https://a.org/?x=1&amp;y=\"2\"</a>")]
    [InlineData("'javascript:alert(1)'", "javascript:alert(1)")]
    [InlineData("'http://a.org b'", "http://a.org b")]
    [InlineData("NULL", "")]
    public void A_cell_of_a_page(string sql, string cell) =>
        Assert.Contains($"<tr><td>{cell}</td></tr>\n", Rendering.RenderText("html", "SELECT " + sql, Rendering.Column("v", "char *")), StringComparison.Ordinal);

    [Theory]
    [InlineData("'a' || chr(10) || chr(27) || '[2Jb'", "a  [2Jb")]
    [InlineData("chr(155) || 'x' || chr(160) || chr(127)", " x\u00A0")]
    [InlineData("'Schrödinger 🔭'", "Schrödinger 🔭")]
    public void A_line_of_text(string sql, string line) =>
        Assert.Equal(line, Rendering.RenderText("text", "SELECT " + sql, Rendering.Column("v", "char *")).Split('\n')[2]);

    [Fact]
    public void Columns_of_text_are_aligned_by_characters()
    {
        var lines = Rendering.RenderText("text", "SELECT * FROM (VALUES ('ä', 5), ('abc', -12345)) t(a, b)", Rendering.Column("name", "char *"), Rendering.Column("n", "int")).Split('\n');
        Assert.Equal(["name       n", "----  ------", "ä          5", "abc   -12345", "", "2 rows.", ""], lines);
    }
}
