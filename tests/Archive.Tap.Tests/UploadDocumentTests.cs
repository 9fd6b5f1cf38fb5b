using System.IO.Compression;
using System.Net;
using System.Text;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

/// <summary>Documents, names and sizes of uploaded tables, and the parameters that name them.</summary>
public sealed class UploadDocumentTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Everything = "SELECT * FROM TAP_UPLOAD.mine";

    /// <summary>[T19] Each form that a table can be sent in is what the others are; gzip is unpacked.</summary>
    [Theory]
    [InlineData("votable")]
    [InlineData("votable/b")]
    [InlineData("votable/b2")]
    [InlineData("votable/b2/1.5")]
    [InlineData("fits")]
    public async Task What_we_answer_can_be_uploaded(string format)
    {
        const string adql = "SELECT koaid, utdatetime, date_obs, ra, dec, frameno, sig2nois FROM koa_hires ORDER BY koaid";
        using var answer = await server.Client.QueryAsync(adql, ("FORMAT", format), ("MAXREC", "3000"));
        var document = await answer.Content.ReadAsByteArrayAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(document);
        var expected = await server.Client.CsvRowsAsync("SELECT TOP 3000 koaid, utdatetime, date_obs, ra, dec, frameno, sig2nois FROM koa_hires ORDER BY koaid");
        foreach (var sent in new[] { document, packed.ToArray() }) Assert.Equal(expected, await RowsAsync("SELECT koaid, utdatetime, date_obs, ra, dec, frameno, sig2nois FROM TAP_UPLOAD.mine ORDER BY koaid", sent));
    }

    /// <summary>A FITS file as bytes within a VOTable, under the names that its FIELDs give.</summary>
    [Fact]
    public async Task FITS_in_a_VOTable_is_read()
    {
        using var answer = await server.Client.QueryAsync("SELECT id, name FROM stars ORDER BY id", ("FORMAT", "fits"));
        var fits = Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync());
        var document = $"<VOTABLE><RESOURCE><TABLE><FIELD name='number' datatype='int'/><FIELD name='called' datatype='char' arraysize='*'/><DATA><FITS><STREAM encoding='base64'>{fits}</STREAM></FITS></DATA></TABLE></RESOURCE></VOTABLE>";
        Assert.Equal(await server.Client.CsvRowsAsync("SELECT id, name FROM stars ORDER BY id"), await RowsAsync("SELECT number, called FROM TAP_UPLOAD.mine ORDER BY number", Encoding.UTF8.GetBytes(document)));
    }

    [Theory]
    [InlineData("sqlite_master")]
    [InlineData("duckdb_tables")]
    [InlineData("pg_class")]
    [InlineData("stars")]
    [InlineData("koa_hires")]
    [InlineData("main")]
    [InlineData("temp")]
    [InlineData("columns")]
    [InlineData("TAP_UPLOAD")]
    [InlineData("u1")]
    public async Task A_tables_name_means_nothing_to_the_store(string name)
    {
        using var form = UploadForm.Of($"SELECT t.word, s.id FROM TAP_UPLOAD.{name} AS t JOIN stars AS s ON s.id = t.n", [], [(name, Encoding.UTF8.GetBytes(UploadForm.Votable("3 drei")))]);
        Assert.Equal(["drei,3"], await RowsAsync(form));
    }

    /// <summary>[T18] UPLOAD may be repeated, and the same one twice is one.</summary>
    [Fact]
    public async Task UPLOAD_may_be_repeated()
    {
        using var form = UploadForm.Of("SELECT a.word, b.word FROM TAP_UPLOAD.a AS a JOIN TAP_UPLOAD.b AS b ON a.n = b.n", [("FORMAT", "csv"), ("UPLOAD", "b,param:other"), ("upload", "b,param:other")], [("a", Encoding.UTF8.GetBytes(UploadForm.Votable("1 one", "2 two")))]);
        form.Add(new StringContent(UploadForm.Votable("2 zwei")), "other", "other.vot");
        using var response = await server.Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), form);
        Assert.Equal("word,word\r\ntwo,zwei\r\n", (await response.Content.ReadAsStringAsync()).Replace("word_2", "word", StringComparison.Ordinal));
    }

    /// <summary>A pending job takes more tables, and another one in the place of one that it has.</summary>
    [Fact]
    public async Task A_pending_job_takes_tables()
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("QUERY", "SELECT a.word, b.word AS other FROM TAP_UPLOAD.a AS a JOIN TAP_UPLOAD.b AS b ON a.n = b.n"), ("FORMAT", "csv"));
        var job = created.Headers.Location!.AbsolutePath;
        foreach (var (name, part, word) in new[] { ("a", "first", "one"), ("b", "second", "no"), ("b", "third", "uno") })
        {
            using var form = new MultipartFormDataContent { { new StringContent($"{name},param:{part}"), "UPLOAD" }, { new StringContent(UploadForm.Votable("1 " + word)), part, "t.vot" } };
            using var changed = await server.Client.PostAsync(new Uri(job + "/parameters", UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        }

        Assert.Contains("a,param:first;b,param:third", await server.Client.GetStringAsync(job + "/parameters"), StringComparison.Ordinal);
        await server.Client.PostAsync(job + "/phase", ("PHASE", "RUN"));
        await server.Client.GetStringAsync(job + "?WAIT=10");
        Assert.Equal("word,other\r\none,uno\r\n", await server.Client.GetStringAsync(job + "/results/result"));
        using var late = new MultipartFormDataContent { { new StringContent("a,param:x"), "UPLOAD" }, { new StringContent(UploadForm.Votable("1 x")), "x", "t.vot" } };
        using var refused = await server.Client.PostAsync(new Uri(job + "/parameters", UriKind.Relative), late);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>[T23] What is larger than it may be is refused, packed or not, and the limit named.</summary>
    [Fact]
    public async Task The_limit_of_size_is_named()
    {
        await using var strict = new RunningServer(new TapOptions { MaximumUploadMegabytes = 1 });
        await strict.InitializeAsync();
        var large = Encoding.UTF8.GetBytes(UploadForm.Votable("1 one").Replace("<TR>", new string(' ', 1 << 20) + "<TR>", StringComparison.Ordinal));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(large);
        foreach (var sent in new[] { large, packed.ToArray() })
        {
            using var response = await strict.Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), UploadForm.Of(Everything, [], [("mine", sent)]));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains("larger than 1 MB, the limit MaximumUploadMegabytes", await response.ErrorAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Documents damaged by chance, in each form that is read, are answered or refused; none ends the server or keeps it.</summary>
    [Theory]
    [InlineData("votable", 20040824)]
    [InlineData("votable/b", 20040825)]
    [InlineData("votable/b2", 20040826)]
    [InlineData("fits", 20040827)]
    public async Task Damaged_tables_are_refused_at_worst(string format, int seed)
    {
        using var answer = await server.Client.QueryAsync("SELECT TOP 5 id, ra, name, observed FROM stars", ("FORMAT", format));
        var whole = await answer.Content.ReadAsByteArrayAsync();
        var random = new Random(seed);
        for (var trial = 0; trial < 300; trial++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hits = random.Next(1, 8); hits > 0; hits--) damaged[random.Next(damaged.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)random.Next(' ', '~');
            if (random.Next(8) == 0) Array.Resize(ref damaged, random.Next(damaged.Length));
            using var response = await SendAsync(Everything, [], [("mine", damaged)]);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"Seed {seed}, trial {trial}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }

    private Task<string[]> RowsAsync(string adql, byte[] document) => RowsAsync(UploadForm.Of(adql, [], [("mine", document)]));

    private async Task<string[]> RowsAsync(MultipartFormDataContent form)
    {
        form.Add(new StringContent("csv"), "FORMAT");
        using var response = await server.Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
    }

    private Task<HttpResponseMessage> SendAsync(string adql, (string Name, string Value)[] more, (string Name, byte[] Document)[] tables) =>
        server.Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), UploadForm.Of(adql, [("FORMAT", "csv"), .. more], tables));
}
