using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests;

public class ErrorTests(RunningServer server) : IClassFixture<RunningServer>
{
    public static TheoryData<int, string, string> RefusedRequests()
    {
        var cases = new TheoryData<int, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "refused-requests.tsv")).Where(line => !line.StartsWith('#')))
        {
            var fields = line.Split('\t');
            cases.Add(int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], fields[2]);
        }

        return cases;
    }

    /// <summary>[T12] [T14] [T15] [T24] [T32] [D1] [D12]</summary>
    [Theory]
    [MemberData(nameof(RefusedRequests))]
    public async Task A_request_that_cannot_be_answered_is_refused_with_its_reason(int status, string contained, string parameters)
    {
        using var asked = await server.Client.GetAsync(new Uri("/TAP/sync?" + parameters, UriKind.Relative));
        Assert.Equal(status, (int)asked.StatusCode);
        Assert.Contains(contained, await asked.ErrorAsync(), StringComparison.Ordinal);

        using var form = new StringContent(parameters.Replace("%20", "+", StringComparison.Ordinal), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var posted = await server.Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), form);
        Assert.Equal(status, (int)posted.StatusCode);
        Assert.Contains(contained, await posted.ErrorAsync(), StringComparison.Ordinal);
    }

    /// <summary>[T32]</summary>
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/json;q=0.9, */*;q=0.1", true)]
    [InlineData("application/json;q=0", false)]
    [InlineData("text/html, application/json", false)]
    [InlineData("application/json", false, "&RESPONSEFORMAT=csv")]
    [InlineData("*/*", true, "&RESPONSEFORMAT=json")]
    [InlineData("text/plain", true, "&format=application/json;charset=utf-8")]
    [InlineData("", true, "&RESPONSEFORMAT=JSON")]
    [InlineData("", false, "&RESPONSEFORMAT=jsonp")]
    [InlineData("text/html, image/gif, image/jpeg, */*; q=0.2", false)]
    [InlineData("*/*", false)]
    public async Task Programs_that_ask_for_JSON_get_what_is_wrong_as_JSON(string accept, bool isJson, string format = "")
    {
        const string query = "SELECT idd FROM stars";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/TAP/sync?QUERY={Uri.EscapeDataString(query)}{format}");
        if (accept.Length > 0) Assert.True(request.Headers.TryAddWithoutValidation("Accept", accept));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(isJson ? "application/json" : "application/x-votable+xml", response.Content.Headers.ContentType?.MediaType);
        if (!isJson) return;
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(query, document.RootElement.GetProperty("query").GetString());
        var found = document.RootElement.GetProperty("diagnostics").EnumerateArray().Single();
        Assert.Equal(("ADQL-301", 8, 3), (found.GetProperty("code").GetString(), found.GetProperty("column").GetInt32(), found.GetProperty("length").GetInt32()));
        Assert.StartsWith("ADQL-301 at line 1", document.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>[T7] [D3] [D12] [V7] [F10]</summary>
    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/TAP/nothing", 404)]
    [InlineData("GET", "/TAP/tables/nosuch", 404)]
    [InlineData("GET", "/TAP/async/tap_00000000", 404)]
    [InlineData("GET", "/TAP/async/tap_00000000/results/result", 404)]
    [InlineData("GET", "/TAP/async/..%2f..%2fstore", 404)]
    [InlineData("GET", "/TAP/async/tap_00000000/results/..%2fjob.json", 404)]
    [InlineData("GET", "/TAP/async/%2e%2e/phase", 404)]
    [InlineData("GET", "/TAP/tables?detail=some", 400)]
    [InlineData("PUT", "/TAP/sync", 405)]
    [InlineData("DELETE", "/TAP/sync", 405)]
    [InlineData("PUT", "/TAP/tables/stars", 405)]
    [InlineData("POST", "/TAP/tables", 405)]
    [InlineData("DELETE", "/TAP/async", 405)]
    [InlineData("POST", "/TAP/capabilities", 405)]
    [InlineData("GET", "/TAP/async?PHASE=DONE", 400)]
    [InlineData("GET", "/TAP/async?LAST=none", 400)]
    [InlineData("GET", "/TAP/async?AFTER=yesterday", 400)]
    public async Task Every_error_has_the_same_shape(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(await response.ErrorAsync());
        if (status == 405) Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_refused()
    {
        using var response = await server.Client.QueryAsync("SELECT id FROM stars -- " + new string('x', new TapOptions().MaximumQueryCharacters));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("more than the 1048576", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_broken_is_refused()
    {
        using var form = new StringContent("no parts here", Encoding.UTF8, "multipart/form-data");
        form.Headers.ContentType!.Parameters.Add(new("boundary", "\"x\""));
        using var response = await server.Client.PostAsync(new Uri("/TAP/sync", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The form can't be read", await response.ErrorAsync(), StringComparison.Ordinal);
    }
}
