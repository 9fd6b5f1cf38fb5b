using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>What a job is asked, and in which format it shall answer.</summary>
internal sealed record JobQuestion(string Adql, string Format)
{
    public const string OfUpload = "SELECT t.id, t.name FROM TAP_UPLOAD.mine AS m JOIN things AS t ON t.id = m.id ORDER BY t.id";

    private static readonly string[] Formats = ["votable", "votable/b2", "csv", "json", "fits", "parquet"];

    /// <summary>Each format with a result of many rows, and small ones, one of them with an upload.</summary>
    public static JobQuestion[] All { get; } =
    [
        .. Formats.Select(format => new JobQuestion(JobArchive.Pairs, format)),
        new("SELECT id, name FROM things WHERE id < 50 ORDER BY id", "csv"),
        new("SELECT COUNT(*) AS n FROM things", "votable"),
        new(OfUpload, "csv"),
    ];

    /// <summary>Large enough that a server keeps the request in a file while it reads it.</summary>
    public static string Upload { get; } = "<VOTABLE version=\"1.3\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\"><RESOURCE><TABLE><FIELD name=\"id\" datatype=\"int\"/><DATA><TABLEDATA>"
        + string.Concat(Enumerable.Range(1, 5000).Select(id => string.Create(CultureInfo.InvariantCulture, $"<TR><TD>{id}</TD></TR>\n"))) + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";

    public bool IsLong => Adql == JobArchive.Pairs;

    public string? UploadedTable => Adql == OfUpload ? Upload : null;

    public (string, string)[] Parameters => [("LANG", "ADQL"), ("QUERY", Adql), ("FORMAT", Format)];

    /// <summary>The question of a job, as its document has it.</summary>
    public static JobQuestion Of(XElement job)
    {
        var parameters = job.Element(JobServer.Uws + "parameters")!.Elements().ToDictionary(parameter => (string)parameter.Attribute("id")!, parameter => parameter.Value);
        var question = new JobQuestion(parameters["QUERY"], parameters["FORMAT"]);
        Assert.Equal(question.UploadedTable is null ? null : "mine,param:table", parameters.GetValueOrDefault("UPLOAD"));
        return question;
    }

    /// <summary>Runs all questions undisturbed.</summary>
    public static async Task<Dictionary<JobQuestion, Answer>> AnswersAsync(JobServer server)
    {
        var answers = new Dictionary<JobQuestion, Answer>();
        foreach (var question in All)
        {
            var id = await server.CreateAsync(question.UploadedTable, [.. question.Parameters, ("PHASE", "RUN")]);
            Assert.Equal("COMPLETED", (await server.EndedAsync(id)).Element(JobServer.Uws + "phase")?.Value);
            answers[question] = Answer.Of(await server.Client.GetByteArrayAsync(new Uri($"async/{id}/results/result", UriKind.Relative)));
            (await server.DeleteAsync(id)).Dispose();
        }

        var csv = answers[All.Single(question => question is { IsLong: true, Format: "csv" })].Bytes;
        Assert.Equal(1 + (JobArchive.RowCount * JobArchive.RowCount), Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        return answers;
    }

    /// <summary>A result's bytes.</summary>
    internal sealed record Answer(byte[] Bytes, string Hash)
    {
        public static Answer Of(byte[] bytes) => new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
