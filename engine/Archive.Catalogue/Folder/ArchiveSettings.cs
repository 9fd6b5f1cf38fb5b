using System.Text.Json;
using Archive.Catalogue.Manifests;

namespace Archive.Catalogue.Folder;

/// <summary>What <c>archive.json</c> says.</summary>
public sealed record ArchiveSettings
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Name of the archive, shown to clients.</summary>
    public string Name { get; init; } = "archive";

    public string Description { get; init; } = "";

    /// <summary>True where the rows were made by the data generator and no telescope ever saw them.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Reads the settings of an archive; the defaults where the file is missing.</summary>
    /// <exception cref="ManifestException">The file isn't readable JSON.</exception>
    public static ArchiveSettings Read(ArchiveFolder folder)
    {
        if (!File.Exists(folder.SettingsFile)) return new ArchiveSettings();
        try
        {
            return JsonSerializer.Deserialize<ArchiveSettings>(File.ReadAllBytes(folder.SettingsFile), Json) ?? new ArchiveSettings();
        }
        catch (JsonException error)
        {
            throw new ManifestException($"{folder.SettingsFile} isn't readable JSON ({error.Message}). Mend or remove it.", error);
        }
    }

    public void Write(ArchiveFolder folder)
    {
        Directory.CreateDirectory(folder.Root);
        AtomicFile.Write(folder.SettingsFile, JsonSerializer.SerializeToUtf8Bytes(this, Json));
    }
}
