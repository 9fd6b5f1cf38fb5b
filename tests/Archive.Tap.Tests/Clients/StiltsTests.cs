using System.Net;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Clients;

/// <summary>STILTS, the command line of TOPCAT: its tasks that speak TAP and cone search, its readers, and its validators of single documents.</summary>
public class StiltsTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Stars = "SELECT id, ra, dec, mag, name FROM stars ORDER BY id";

    /// <summary>[J1] [J6] [T10]</summary>
    [SkippableTheory]
    [InlineData("sync=true")]
    [InlineData("sync=false")]
    [InlineData("sync=true", "upvotformat=BINARY2")]
    [InlineData("sync=true", "parse=true")]
    [InlineData("sync=true", "interface=tap1.0")]
    [InlineData("sync=true", "compress=true")]
    public async Task Tapquery_gets_the_rows(params string[] how) =>
        Assert.Equal(11, await CountAsync("stilts", ["tapquery", $"tapurl={server.Url}", $"adql={Stars}", .. how]));

    /// <summary>[J1]</summary>
    [SkippableFact]
    public async Task Tapquery_of_TOPCATs_own_STILTS_gets_the_rows() =>
        Assert.Equal(11, await CountAsync("topcat", ["-stilts", "tapquery", $"tapurl={server.Url}", $"adql={Stars}"]));

    /// <summary>[T19] [J4]</summary>
    [SkippableTheory]
    [InlineData("true", "TABLEDATA")]
    [InlineData("true", "BINARY")]
    [InlineData("true", "BINARY2")]
    [InlineData("false", "BINARY2")]
    public async Task Tapquery_uploads_a_table(string sync, string serialization)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["mine.csv"], "n,word\n1,one\n2,two\n99,none\n");
        Assert.Equal(2, await CountAsync("stilts", ["tapquery", $"tapurl={server.Url}", $"sync={sync}", "adql=SELECT s.id, m.word FROM stars AS s JOIN TAP_UPLOAD.mine AS m ON s.id = m.n",
            "nupload=1", $"upload1={folder["mine.csv"]}", "ufmt1=csv", "upname1=mine", $"upvotformat={serialization}"]));
    }

    [SkippableFact]
    public async Task Tapskymatch_matches_uploaded_positions()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["positions.csv"], "number,alpha,delta\n1,10.0001,-2.0001\n2,200,80\n3,20,-1\n");
        Assert.Equal(2, await CountAsync("stilts", ["tapskymatch", $"tapurl={server.Url}", $"in={folder["positions.csv"]}", "ifmt=csv", "inlon=alpha", "inlat=delta",
            "taptable=stars", "taplon=ra", "taplat=dec", "sr=0.001"]));
    }

    /// <summary>[J1]</summary>
    [SkippableFact]
    public async Task Tapresume_takes_up_a_job_that_another_made()
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("LANG", "ADQL"), ("QUERY", Stars), ("PHASE", "RUN"));
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        Assert.Equal(11, await CountAsync("stilts", ["tapresume", $"joburl={created.Headers.Location}"]));
    }

    /// <summary>[E6]</summary>
    [SkippableFact]
    public async Task Cone_searches_work_for_a_list_of_positions()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["positions.csv"], "alpha,delta\n10,-2\n20,-1\n200,80\n");
        Assert.Equal(2, await CountAsync("stilts", ["coneskymatch", "servicetype=cone", $"serviceurl={server.Url.Replace("/TAP", "/scs/stars", StringComparison.Ordinal)}",
            $"in={folder["positions.csv"]}", "ifmt=csv", "ra=alpha", "dec=delta", "sr=0.1", "usefoot=false"]));
    }

    /// <summary>[T15] Each format that STILTS reads holds the same rows.</summary>
    [SkippableTheory]
    [InlineData("votable", "votable")]
    [InlineData("votable/b", "votable")]
    [InlineData("votable/b2", "votable")]
    [InlineData("votable_gzip", "votable")]
    [InlineData("csv", "csv")]
    [InlineData("ipac", "ipac")]
    [InlineData("fits", "fits")]
    public async Task Results_are_read_in_every_format_that_it_knows(string format, string itsName)
    {
        using var folder = new TemporaryFolder();
        using var response = await server.Client.QueryAsync(Stars, ("FORMAT", format));
        await File.WriteAllBytesAsync(folder["result"], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(11, await CountAsync("stilts", ["tpipe", $"in={folder["result"]}", $"ifmt={itsName}", "cmd=select id>0"]));
    }

    /// <summary>[O1] [O7] [O8]</summary>
    [SkippableTheory]
    [InlineData("votable")]
    [InlineData("votable/b")]
    [InlineData("votable/b2")]
    public async Task Votlint_has_nothing_to_say(string format)
    {
        using var folder = new TemporaryFolder();
        using var response = await server.Client.QueryAsync("SELECT k.*, POINT(ra, dec) AS place, CIRCLE(ra, dec, 0.1) AS area FROM koa_hires AS k", ("FORMAT", format), ("MAXREC", "50"));
        await File.WriteAllBytesAsync(folder["result.xml"], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("", await OutsideProgram.SayAsync("stilts", "votlint", $"votable={folder["result.xml"]}", "version=1.4"));
    }

    /// <summary>[E2]</summary>
    [SkippableFact]
    public async Task Datalinklint_has_nothing_to_say()
    {
        var links = server.Url.Replace("/TAP", "/datalink/links", StringComparison.Ordinal);
        var said = await OutsideProgram.SayAsync("stilts", "datalinklint", $"votable={links}?ID=HI.20090101.00017.fits&ID=nosuch", "report=EWF");
        Assert.DoesNotMatch("(?m)^[EWF]-", said);
    }

    /// <summary>[V1] [V5] [V7] [V9] [U1]</summary>
    [SkippableTheory]
    [InlineData("capabilities")]
    [InlineData("availability")]
    [InlineData("tables")]
    [InlineData("tables/stars")]
    [InlineData("async")]
    public async Task Documents_are_valid_by_their_schemas(string resource) =>
        await OutsideProgram.SayAsync("stilts", "xsdvalidate", "uselocals=true", $"doc={server.Url}/{resource}");

    /// <summary>[U3]</summary>
    [SkippableFact]
    public async Task A_jobs_document_is_valid_by_its_schema()
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT nosuch FROM stars"), ("PHASE", "RUN"), ("RUNID", "mine"));
        await OutsideProgram.SayAsync("stilts", "xsdvalidate", "uselocals=true", $"doc={created.Headers.Location}");
    }

    /// <summary>Rows that a task which makes a table has made.</summary>
    private static async Task<int> CountAsync(string program, string[] task)
    {
        var said = await OutsideProgram.SayAsync(program, [.. task, "ofmt=csv-noheader"]);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
