using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>Looks at all jobs of a server that was killed and started again.</summary>
internal sealed class Restarted(JobServer server, JobArchive archive, Dictionary<JobQuestion, JobQuestion.Answer> answers)
{
    /// <summary>Holds what is there against what was told before the kill. Jobs of which nobody was told count as long as they are sound.</summary>
    /// <returns>The jobs by id, with their phases.</returns>
    public async Task<Dictionary<string, string>> InspectAsync(IEnumerable<ToldJob> told)
    {
        var phases = await server.ListAsync();
        var known = told.ToDictionary(job => job.Id);
        foreach (var job in known.Values)
        {
            if (job.IsDeleteTold) Assert.DoesNotContain(job.Id, phases);
            else if (!job.IsDeleteAsked) Assert.Contains(job.Id, phases);
        }

        foreach (var (id, phase) in phases)
        {
            var document = await server.DocumentAsync(id);
            Assert.Equal(phase, document.Element(JobServer.Uws + "phase")?.Value);
            var question = JobQuestion.Of(document);
            if (known.TryGetValue(id, out var job))
            {
                Assert.Contains(phase, job.Phases());
                Assert.Contains(question, job.Questions);
                if (job.Destructions.Count > 0) Assert.Contains(document.Element(JobServer.Uws + "destruction")!.Value, job.Destructions);
                job.Saw(phase);
            }

            await InspectAsync(id, phase, document, question);
        }

        InspectFolder(archive.JobsFolder, phases.Keys);
        InspectTemporaryFolder();
        return phases;
    }

    /// <summary>Runs a job that is PENDING: it has all that it was made with.</summary>
    public async Task RunAsync(string id)
    {
        using (var run = await server.RunAsync(id)) Assert.Equal(HttpStatusCode.SeeOther, run.StatusCode);
        var document = await server.EndedAsync(id);
        await InspectAsync(id, "COMPLETED", document, JobQuestion.Of(document));
    }

    private async Task InspectAsync(string id, string phase, XElement document, JobQuestion question)
    {
        Assert.Equal(phase, document.Element(JobServer.Uws + "phase")?.Value);
        switch (phase)
        {
            case "COMPLETED":
                await InspectResultAsync(id, document, answers[question]);
                break;
            case "ERROR":
                Assert.Contains("was stopped while the job ran", document.Element(JobServer.Uws + "errorSummary")?.Element(JobServer.Uws + "message")?.Value, StringComparison.Ordinal);
                using (var result = await server.GetAsync($"async/{id}/results/result")) Assert.Equal(HttpStatusCode.NotFound, result.StatusCode);
                break;
            default:
                Assert.Contains(phase, (string[])["PENDING", "ABORTED"]);
                break;
        }
    }

    private async Task InspectResultAsync(string id, XElement document, JobQuestion.Answer expected)
    {
        var result = document.Element(JobServer.Uws + "results")!.Elements().Single();
        Assert.Equal(expected.Bytes.Length, (long)result.Attribute("size")!);
        var answer = JobQuestion.Answer.Of(await server.Client.GetByteArrayAsync(new Uri($"async/{id}/results/result", UriKind.Relative)));
        Assert.True(expected.Hash == answer.Hash, $"Another result than undisturbed: {document}");
        var (from, to) = (expected.Bytes.Length / 3, expected.Bytes.Length / 2);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"async/{id}/results/result", UriKind.Relative)) { Headers = { Range = new RangeHeaderValue(from, to) } };
        using var part = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(expected.Bytes[from..(to + 1)], await part.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Nothing but this server's own folder, as far as it isn't the runtime's.</summary>
    private void InspectTemporaryFolder()
    {
        var own = Assert.Single(Directory.GetDirectories(archive.TemporaryFolder, "archive-*"));
        // The server asks itself some queries when it has started; what they need goes with them.
        Assert.True(SpinWait.SpinUntil(() => Directory.GetFileSystemEntries(own).Length == 0, TimeSpan.FromMinutes(1)), string.Join(' ', Directory.GetFileSystemEntries(own)));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(archive.TemporaryFolder), path => Path.GetFileName(path).StartsWith("ASPNETCORE", StringComparison.Ordinal));
    }

    /// <summary>Each folder is a job's, each file is named by its record.</summary>
    private static void InspectFolder(string jobsFolder, IEnumerable<string> ids)
    {
        Assert.Equal(ids.Order(StringComparer.Ordinal), Directory.GetFileSystemEntries(jobsFolder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var id in ids)
        {
            using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(jobsFolder, id, "job.json")));
            var uploads = record.RootElement.GetProperty("uploads").EnumerateArray().Select(upload => upload.GetProperty("file_name").GetString()!);
            var result = record.RootElement.GetProperty("result") is { ValueKind: JsonValueKind.Object } object_ ? new[] { object_.GetProperty("file_name").GetString()! } : [];
            Assert.Equal([.. new[] { "job.json" }.Concat(uploads).Concat(result).Order(StringComparer.Ordinal)], Directory.GetFiles(Path.Combine(jobsFolder, id)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        }
    }
}
