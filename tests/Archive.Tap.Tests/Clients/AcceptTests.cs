using System.Net;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Clients;

/// <summary>[F5] What a resource is doesn't follow what clients say that they accept: Java's say HTML, whatever they ask for.</summary>
public class AcceptTests(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>[F5] [J1] STILTS and TOPCAT, astroquery's POST, its GET, a browser: the same document for all.</summary>
    [Theory]
    [InlineData("text/html, image/gif, image/jpeg, */*; q=0.2")]
    [InlineData("text/plain")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("image/png")]
    public async Task A_resource_is_the_same_for_all(string accept)
    {
        using var created = await server.Client.PostAsync("/TAP/async", ("LANG", "ADQL"), ("QUERY", "SELECT id FROM stars"));
        var job = created.Headers.Location!.AbsolutePath;
        foreach (var path in new[] { "/TAP/capabilities", "/TAP/tables", "/TAP/tables/stars", "/TAP/availability", job, job + "/parameters", job + "/results", "/TAP/sync?LANG=ADQL&QUERY=select+id+from+stars" })
        {
            using var plain = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            Assert.True(request.Headers.TryAddWithoutValidation("Accept", accept));
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("xml", plain.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
            Assert.Equal(plain.ContentTypeText(), response.ContentTypeText());
            Assert.Equal(await plain.Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
        }
    }
}
