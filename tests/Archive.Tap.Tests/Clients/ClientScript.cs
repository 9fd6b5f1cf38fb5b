using System.Text.RegularExpressions;
using Archive.Tap.Tests.Serving;

namespace Archive.Tap.Tests.Clients;

/// <summary>A server, and what one client's script of checks says of it: each check is a test, the script runs once.</summary>
/// <param name="fileName">The script, beside the tests.</param>
public abstract partial class ClientScript(string fileName) : IAsyncLifetime, IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly RunningServer server = new();
    private readonly Dictionary<string, string> outcomes = [];
    private string? missing;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Clients");

    /// <summary>The names of a script's checks: its functions that take the service's address.</summary>
    public static IEnumerable<object[]> ChecksOf(string fileName) =>
        CheckDefinition().Matches(File.ReadAllText(Path.Combine(Folder, fileName))).Select(match => new object[] { match.Groups[1].Value });

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Holds that the check went well; skips where the client isn't installed.</summary>
    public void Hold(string check)
    {
        Skip.If(missing is not null, missing);
        Assert.True(outcomes.TryGetValue(check, out var outcome), $"The script {fileName} ended before it came to {check}.");
        Assert.True(outcome == "ok", outcome);
    }

    private async Task RunAsync()
    {
        if (!File.Exists(Python))
        {
            missing = $"needs {Python}";
            return;
        }

        var ended = await OutsideProgram.RunAsync(Python, Path.Combine(Folder, fileName), server.Url);
        if (ended.Output.StartsWith("missing", StringComparison.Ordinal)) missing = $"needs the client of {fileName} for {Python}";
        else Assert.True(ended.ExitCode == 0, ended.Errors);
        foreach (Match outcome in Outcome().Matches(ended.Output)) outcomes[outcome.Groups[1].Value] = outcome.Groups[2].Value.Trim();
    }

    [GeneratedRegex(@"^def ([a-z]\w*)\(url\)", RegexOptions.Multiline)]
    private static partial Regex CheckDefinition();

    [GeneratedRegex(@"^@(\w+)\t(.*)$", RegexOptions.Multiline)]
    private static partial Regex Outcome();
}
