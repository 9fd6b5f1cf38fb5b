using Archive.Engine;

namespace Archive.Tap.Options;

/// <summary>The options that hold, put together of what several places say, and which place said each.</summary>
public sealed class ServiceSettings
{
    /// <summary>The member of <c>archive.json</c> that holds options.</summary>
    public const string ArchiveSection = "service";

    private const string ByDefault = "default";

    private readonly Dictionary<string, string> sources = [];

    /// <param name="layers">The places, each stronger than those before it.</param>
    /// <exception cref="OptionException">A value can't be.</exception>
    public ServiceSettings(params ReadOnlySpan<OptionLayer> layers)
    {
        foreach (var layer in layers)
        {
            foreach (var (option, text) in layer.Values) Set(option, text, layer.Source);
        }

        try
        {
            Service.Validate();
            Engine.Validate();
        }
        catch (ArgumentException error)
        {
            throw new OptionException($"{error.Message.Split(" (Parameter", 2)[0]} It comes from: {SourceOf(error.ParamName ?? "")}.");
        }
    }

    public TapOptions Service { get; } = new();

    public EngineOptions Engine { get; } = new();

    /// <summary>Every option with its value and where it comes from.</summary>
    public IEnumerable<(ServiceOption Option, string Value, string Source)> All => ServiceOption.All.Select(option => (option, option.ValueIn(Service, Engine), SourceOf(option.Name)));

    private string SourceOf(string name) => sources.GetValueOrDefault(name, ByDefault);

    private void Set(ServiceOption option, string text, string source)
    {
        try
        {
            option.Set(Service, Engine, text);
            sources[option.Name] = source;
        }
        catch (FormatException error)
        {
            throw new OptionException($"{error.Message} It comes from: {source}.");
        }
    }
}
