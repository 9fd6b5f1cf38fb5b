using System.CommandLine;
using Archive.Catalogue.Folder;
using Archive.Tap;
using Archive.Tap.Options;
using Microsoft.Extensions.Logging;

namespace Archive.Tools;

/// <summary>The options of the service on the command line of the verbs that serve: one for each that is declared, and the file that may hold them.</summary>
internal sealed class ServiceOptionsOfCommand
{
    private readonly Dictionary<ServiceOption, Option<string?>> options = ServiceOption.All.ToDictionary(option => option, Define);

    private readonly Option<FileInfo?> file = new("--config") { Description = "JSON file with options, such as { \"maximum_upload_rows\": 1000 }.", HelpName = "FILE" };

    private readonly Option<bool> logQueries = new("--log-queries") { Description = "Log a line for each query: short for --log-level Information." };

    private readonly Option<bool> show = new("--show-options") { Description = "Show the options that hold, and where each comes from, and stop." };

    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(logQueries);
        command.Options.Add(show);
        foreach (var option in options.Values) command.Options.Add(option);
    }

    /// <summary>The options that hold: defaults, then <c>archive.json</c>, then --config, then the environment, then the command line, the later the stronger.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="folder">The archive.</param>
    /// <param name="ofVerb">What the verb itself sets, in place of defaults.</param>
    /// <exception cref="OptionException">A value can't be.</exception>
    public ServiceSettings Read(ParseResult parsed, ArchiveFolder folder, params ReadOnlySpan<OptionLayer> ofVerb)
    {
        List<OptionLayer> layers = [.. ofVerb];
        if (File.Exists(folder.SettingsFile)) layers.Add(OptionLayer.OfFile(folder.SettingsFile, ServiceSettings.ArchiveSection));
        if (parsed.GetValue(file) is { } named) layers.Add(OptionLayer.OfFile(named.FullName));
        layers.Add(OptionLayer.OfEnvironment());
        if (parsed.GetValue(logQueries)) layers.Add(OptionLayer.Of("--log-queries", nameof(TapOptions.LogLevel), nameof(LogLevel.Information)));
        layers.Add(new OptionLayer("command line", options.Where(pair => parsed.GetResult(pair.Value) is { Implicit: false })
            .ToDictionary(pair => pair.Key, pair => parsed.GetValue(pair.Value) ?? "true")));
        return new ServiceSettings([.. layers]);
    }

    /// <summary>Shows the options where that was asked for.</summary>
    /// <returns>True where nothing else is wanted.</returns>
    public bool Show(ParseResult parsed, ServiceSettings settings)
    {
        if (!parsed.GetValue(show)) return false;
        foreach (var (option, value, source) in settings.All) Console.WriteLine($"{option.FileName,-36} {(value.Length > 0 ? value : "-"),-24} {source}");
        return true;
    }

    private static Option<string?> Define(ServiceOption option) => new(option.CommandLineName)
    {
        Description = $"{option.Description} {(option.Range.Length > 0 ? $"{option.Range} {option.Unit}" : option.Unit)}; {(option.Default.Length > 0 ? option.Default : "nothing")} by default.",
        HelpName = option.Unit.Contains(' ', StringComparison.Ordinal) ? "VALUE" : option.Unit.ToUpperInvariant(),
        Arity = option.IsSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };
}
