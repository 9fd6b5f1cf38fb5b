using System.Xml.Linq;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>The parameters of a cone search (Simple Cone Search 1.03, section 2.1) and those of DALI's that it takes.</summary>
public class ConeTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string All = "SELECT * FROM koa_hires";
    private static readonly string[] Least = ["koaid", "ra", "dec"];

    /// <summary>[E6] VERB says how many columns come: the least, what most users want, all.</summary>
    [Theory]
    [InlineData("&VERB=1", 1)]
    [InlineData("", 2)]
    [InlineData("&VERB=2", 2)]
    [InlineData("&VERB=3", 3)]
    public async Task Verb_says_how_many_columns_come(string verb, int verbosity)
    {
        var cone = await ConeAsync("koa_hires", "RA=0&DEC=0&SR=10" + verb);
        using var whole = await server.Client.QueryAsync(All, ("MAXREC", "1"));
        string[] expected = verbosity switch { 1 => Least, 2 => [.. Least, "progid"], _ => [.. (await whole.XmlAsync()).FieldNames()] };
        Assert.Equal(expected, cone.FieldNames());
        Assert.True(cone.RowCount() > 0);
    }

    /// <summary>[E6] MAXREC is what it is in TAP: overflow is told where a row was left out, and 0 asks for the columns alone.</summary>
    [Theory]
    [InlineData("", 10, "OK")]
    [InlineData("&MAXREC=10", 10, "OK")]
    [InlineData("&MAXREC=9", 9, "OVERFLOW")]
    [InlineData("&maxrec=1", 1, "OVERFLOW")]
    [InlineData("&MAXREC=0", 0, "OVERFLOW")]
    public async Task Maxrec_bounds_the_rows(string maximumRows, int rows, string status)
    {
        var cone = await ConeAsync("stars", "RA=0&DEC=0&SR=180" + maximumRows);
        Assert.Equal((rows, (status, null)), (cone.RowCount(), cone.QueryStatus()));
        Assert.Equal(["id", "ra", "dec"], cone.FieldNames());
    }

    /// <summary>[D9] Numbers are written as in a VOTable's cells; what isn't one is told as this standard's clients expect.</summary>
    [Theory]
    [InlineData("RA=10&DEC=-2&SR=0.5", 1)]
    [InlineData("RA=1.0E1&DEC=-2.&SR=.5", 1)]
    [InlineData("RA=%2B10&DEC=-2e0&SR=5e-1", 1)]
    [InlineData("ra=10&Dec=-2&sr=0.5", 1)]
    [InlineData("RA=10,0&DEC=-2&SR=0.5", null)]
    [InlineData("RA=0x0A&DEC=-2&SR=0.5", null)]
    [InlineData("RA=0:40:00&DEC=-2&SR=0.5", null)]
    [InlineData("RA=10&DEC=-2&SR=Infinity", null)]
    [InlineData("RA=10&DEC=-2&SR=0.5&MAXREC=many", null)]
    public async Task Numbers_are_written_as_in_a_votable(string parameters, int? rows)
    {
        var cone = await ConeAsync("stars", parameters);
        Assert.Equal(rows ?? 0, cone.RowCount());
        Assert.Equal(rows is null, cone.Descendants().Any(element => (string?)element.Attribute("name") == "Error"));
    }

    private async Task<XElement> ConeAsync(string table, string parameters)
    {
        using var response = await server.Client.GetAsync(new Uri($"/scs/{table}?{parameters}", UriKind.Relative));
        Assert.Equal("text/xml", response.Content.Headers.ContentType!.MediaType);
        return await response.XmlAsync();
    }
}
