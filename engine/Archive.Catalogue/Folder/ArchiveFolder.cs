using Archive.Catalogue.Manifests;

namespace Archive.Catalogue.Folder;

/// <summary>The paths of an archive's folder. Knows where things are; opens nothing.</summary>
/// <param name="Root">Absolute path of the folder.</param>
public sealed record ArchiveFolder(string Root)
{
    /// <summary>Name and limits of the archive; nothing secret.</summary>
    public string SettingsFile => Path.Combine(Root, "archive.json");

    public string TablesFolder => Path.Combine(Root, "tables");

    /// <summary>The query store: derived from the Parquet files, may be thrown away.</summary>
    public string StoreFolder => Path.Combine(Root, "store");

    /// <summary>UWS jobs and their results.</summary>
    public string JobsFolder => Path.Combine(Root, "jobs");

    public TableFolder Table(string name) => new(Path.Combine(TablesFolder, name));

    /// <summary>The tables that have a folder here, by name.</summary>
    public IEnumerable<string> TableNames =>
        Directory.Exists(TablesFolder)
            ? Directory.EnumerateDirectories(TablesFolder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)
            : [];
}

/// <summary>The paths of one table inside an archive's folder.</summary>
/// <param name="Root">Absolute path of the table's folder.</param>
public sealed record TableFolder(string Root)
{
    public string Name => Path.GetFileName(Root);

    /// <summary>What each column means: a VOTable document without data.</summary>
    public string DescriptionFile => Path.Combine(Root, "table.vot");

    /// <summary>The definition by which headers become rows, where that isn't one that the program has; text that may be edited.</summary>
    public string DefinitionFile => Path.Combine(Root, "definition.tsv");

    public string ManifestsFolder => Path.Combine(Root, "manifests");

    /// <summary>Names the current manifest by its number.</summary>
    public string CurrentFile => Path.Combine(ManifestsFolder, "current");

    /// <summary>Headers that could not be taken, each with its reason.</summary>
    public string QuarantineFolder => Path.Combine(Root, "quarantine");

    /// <summary>The description that goes with a manifest; the present one where the manifest names none.</summary>
    public string DescriptionOf(Manifest manifest) => manifest.Description is { } name ? Path.Combine(ManifestsFolder, name) : DescriptionFile;

    public string ManifestFile(int number) => Path.Combine(ManifestsFolder, FormattableString.Invariant($"{number:D8}.json"));
}
