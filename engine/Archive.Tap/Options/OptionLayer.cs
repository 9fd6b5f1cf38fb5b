using System.Text.Json;
using Archive.Adql.Resolution.Names;

namespace Archive.Tap.Options;

/// <summary>Values from one place: a file, the environment or the command line.</summary>
/// <param name="Source">The place, as a user knows it.</param>
/// <param name="Values">Text of each option that is set there, with the name under which it is set.</param>
public sealed record OptionLayer(string Source, IReadOnlyDictionary<ServiceOption, string> Values)
{
    /// <summary>One option that is set to a value.</summary>
    public static OptionLayer Of(string source, string optionName, string value) =>
        new(source, new Dictionary<ServiceOption, string> { [ServiceOption.All.Single(option => option.Name == optionName)] = value });

    /// <summary>What the environment sets. Other variables that begin with ARCHIVE_ are somebody else's.</summary>
    public static OptionLayer OfEnvironment() => new("environment", ServiceOption.All
        .Select(option => (option, Text: Environment.GetEnvironmentVariable(option.EnvironmentName)))
        .Where(pair => !string.IsNullOrEmpty(pair.Text))
        .ToDictionary(pair => pair.option, pair => pair.Text!));

    /// <summary>What a JSON file sets: an object with a member for each option, or such an object as its member <paramref name="section"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="section">Name of the member that holds the options; null where the file holds nothing else.</param>
    /// <exception cref="OptionException">It can't be read, or has an option that doesn't exist.</exception>
    public static OptionLayer OfFile(string path, string? section = null)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && section is not null && !root.TryGetProperty(section, out root)) return new OptionLayer(path, new Dictionary<ServiceOption, string>());
            if (root.ValueKind != JsonValueKind.Object) throw new OptionException($"{path} must hold its options in an object, such as {{ \"maximum_upload_rows\": 1000 }}.");
            var values = new Dictionary<ServiceOption, string>();
            foreach (var member in root.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
                values[Find(member.Name, path)] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
            return new OptionLayer(path, values);
        }
        catch (JsonException error)
        {
            throw new OptionException($"{path} isn't readable JSON: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"The options in {path} can't be read: {error.Message}");
        }
    }

    private static ServiceOption Find(string name, string path) =>
        ServiceOption.All.FirstOrDefault(option => option.FileName == name || option.Name == name) ?? throw new OptionException(
            NearestName.Find(name, ServiceOption.All.Select(option => option.FileName)) is { } nearest
                ? $"{path} sets '{name}', which is no option. Did you mean {nearest}?"
                : $"{path} sets '{name}', which is no option. 'archive serve --help' lists them.");
}
