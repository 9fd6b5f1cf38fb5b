using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Catalogue.Folder;

namespace Archive.Catalogue.Manifests;

/// <summary>Reads and commits the manifests of one table.</summary>
public sealed class ManifestStore(TableFolder folder)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Number of the current snapshot; 0 before the first ingest.</summary>
    /// <exception cref="ManifestException">The file that names it can't be understood.</exception>
    public int CurrentNumber()
    {
        if (!File.Exists(folder.CurrentFile)) return 0;
        var text = File.ReadAllText(folder.CurrentFile).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ManifestException($"{folder.CurrentFile} should hold the number of a manifest, but holds '{text}'. Write the number of the newest file beside it into it.");
    }

    /// <summary>Numbers of all manifests that are there, the newest first; one may be of an ingest that was killed before it became current.</summary>
    public int[] Numbers() => !Directory.Exists(folder.ManifestsFolder) ? [] :
    [
        .. Directory.EnumerateFiles(folder.ManifestsFolder, "*.json")
            .Select(path => int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0).OrderDescending(),
    ];

    public Manifest ReadCurrent() => Read(CurrentNumber());

    /// <summary>Reads one snapshot, current or former.</summary>
    /// <exception cref="ManifestException">There is no such manifest, or it can't be read.</exception>
    public Manifest Read(int number)
    {
        if (number == 0) return Manifest.Empty;
        var path = folder.ManifestFile(number);
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<Manifest>(stream, Json)
                ?? throw new ManifestException($"{path} is empty. Restore it from a copy of the archive.");
        }
        catch (FileNotFoundException error)
        {
            throw new ManifestException($"The manifest {path} is missing. Restore it from a copy of the archive, or name an older one in {folder.CurrentFile}.", error);
        }
        catch (JsonException error)
        {
            throw new ManifestException($"The manifest {path} isn't readable JSON ({error.Message}). Restore it from a copy of the archive.", error);
        }
    }

    /// <summary>
    /// Makes <paramref name="manifest"/> the current snapshot. All its files must be in place and on the disk before. Either the
    /// former snapshot stays current, or the new one is whole.
    /// </summary>
    public void Commit(Manifest manifest)
    {
        Directory.CreateDirectory(folder.ManifestsFolder);
        AtomicFile.Write(folder.ManifestFile(manifest.Number), JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
        AtomicFile.Write(folder.CurrentFile, Encoding.ASCII.GetBytes(manifest.Number.ToString(CultureInfo.InvariantCulture) + "\n"));
    }
}
