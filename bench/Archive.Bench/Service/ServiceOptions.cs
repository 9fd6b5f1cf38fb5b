using System.CommandLine;

namespace Archive.Bench.Service;

/// <summary>The options by which the commands that ask a running service find it.</summary>
internal static class ServiceOptions
{
    public static Option<string> Url() => new("--url") { Description = "The service.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:8080/TAP" };

    public static Option<int?> ProcessId() => new("--pid") { Description = "The server's process, to watch its resident memory.", HelpName = "PID" };

    public static HttpClient Client(string url) => new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = int.MaxValue, AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(url.TrimEnd('/') + "/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] parameters) =>
        new(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
}
