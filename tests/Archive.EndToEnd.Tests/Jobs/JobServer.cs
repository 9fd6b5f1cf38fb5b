using System.Net;
using System.Xml.Linq;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>A server in a process of its own, and a client of its jobs.</summary>
internal sealed class JobServer(ArchiveProcess process) : IDisposable
{
    public static readonly XNamespace Uws = "http://www.ivoa.net/xml/UWS/v1.0";

    public ArchiveProcess Process => process;

    /// <summary>Follows no redirection.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>Waits until it answers.</summary>
    public async Task<JobServer> ReadyAsync()
    {
        var url = (await process.LineWith("/TAP")).Split(' ').Single(word => word.EndsWith("/TAP", StringComparison.Ordinal));
        Client.BaseAddress = new Uri(url + "/");
        return this;
    }

    public static JobServer Start(JobArchive archive) => new(ArchiveProcess.StartWithTemporaryFolder(archive.TemporaryFolder, Arguments(archive.Folder)));

    /// <summary>Each server has another port, but all write the same address into results.</summary>
    public static string[] Arguments(string archive, params string[] more) => ["serve", "--archive", archive, "--urls", "http://127.0.0.1:0", "--public-url", "http://archive.example", .. more];

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] parameters)
    {
        using var form = new FormUrlEncodedContent(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        return await Client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Makes a job and gives its id.</summary>
    /// <param name="upload">A table <c>mine</c> that comes along; null for none.</param>
    /// <param name="parameters">Its parameters.</param>
    public async Task<string> CreateAsync(string? upload, params (string Name, string Value)[] parameters)
    {
        using var created = await TryCreateAsync(upload, parameters);
        Assert.True(created.StatusCode == HttpStatusCode.SeeOther, await created.Content.ReadAsStringAsync());
        return created.Headers.Location!.Segments[^1];
    }

    public async Task<HttpResponseMessage> TryCreateAsync(string? upload, params (string Name, string Value)[] parameters)
    {
        if (upload is null) return await PostAsync("async", parameters);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in parameters) form.Add(new StringContent(value), name);
        form.Add(new StringContent("mine,param:table"), "UPLOAD");
        form.Add(new StringContent(upload), "table", "table.xml");
        return await Client.PostAsync(new Uri("async", UriKind.Relative), form);
    }

    public Task<HttpResponseMessage> RunAsync(string id) => PostAsync($"async/{id}/phase", ("PHASE", "RUN"));

    public Task<string> PhaseAsync(string id) => Client.GetStringAsync(new Uri($"async/{id}/phase", UriKind.Relative));

    public async Task<XElement> DocumentAsync(string id, string query = "") => XElement.Parse(await Client.GetStringAsync(new Uri($"async/{id}{query}", UriKind.Relative)));

    /// <summary>The job when it has ended.</summary>
    public Task<XElement> EndedAsync(string id) => DocumentAsync(id, "?WAIT=50&PHASE=EXECUTING");

    /// <summary>The ids and phases of all jobs.</summary>
    public async Task<Dictionary<string, string>> ListAsync() => XElement.Parse(await Client.GetStringAsync(new Uri("async", UriKind.Relative))).Elements(Uws + "jobref")
        .ToDictionary(job => (string)job.Attribute("id")!, job => (string)job.Element(Uws + "phase")!);

    public Task<HttpResponseMessage> DeleteAsync(string id) => Client.DeleteAsync(new Uri($"async/{id}", UriKind.Relative));

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The answer to a query at /sync, as CSV.</summary>
    public async Task<string> SyncAsync(string adql)
    {
        using var answer = await PostAsync("sync", ("LANG", "ADQL"), ("FORMAT", "csv"), ("QUERY", adql));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    public void Kill()
    {
        process.Kill();
        process.Ended();
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Dispose();
    }
}
