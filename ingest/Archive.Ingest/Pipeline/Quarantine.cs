using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Ingest.Pipeline;

/// <summary>
/// The files that could not be taken into a table, in its folder <c>quarantine</c>: <c>refused.jsonl</c> has a line of JSON a file, sorted by
/// path, and <c>headers</c> copies of those headers that could be mended and ingested in place of the file. A file that is taken leaves
/// it; to forget one that is gone, delete the folder. Nothing is written where nothing differs.
/// </summary>
internal sealed class Quarantine
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _listFile;
    private readonly string _headersFolder;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FileRefusal> _former;
    private readonly Dictionary<string, FileRefusal> _refused = [];
    private readonly HashSet<string> _released = [];

    /// <exception cref="IngestException">The list can't be read.</exception>
    public Quarantine(TableFolder folder)
    {
        _listFile = ListFileOf(folder);
        _headersFolder = Path.Combine(folder.QuarantineFolder, "headers");
        _former = Read(folder).ToDictionary(refusal => refusal.Path, StringComparer.Ordinal);
    }

    public static string ListFileOf(TableFolder folder) => Path.Combine(folder.QuarantineFolder, "refused.jsonl");

    /// <summary>All files in a table's quarantine, by path.</summary>
    /// <exception cref="IngestException">The list can't be read.</exception>
    public static IReadOnlyList<FileRefusal> Read(TableFolder folder)
    {
        var path = ListFileOf(folder);
        if (!File.Exists(path)) return [];
        try
        {
            return [.. File.ReadLines(path).Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<FileRefusal>(line, Json) ?? throw new JsonException("a line holds null"))];
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new IngestException($"{path} can't be read: {error.Message} Delete it; the next ingest of the same files writes it anew.", error);
        }
    }

    /// <summary>Takes a file in. Thread-safe.</summary>
    public void Add(FileRefusal refusal)
    {
        lock (_lock) _refused[refusal.Path] = refusal;
    }

    /// <summary>Lets a file go, since it was taken into the table. Thread-safe.</summary>
    public void Release(string path)
    {
        // Few files were ever refused, and this list doesn't change meanwhile.
        if (!_former.ContainsKey(path)) return;
        lock (_lock) _released.Add(path);
    }

    /// <summary>Brings the folder up to date.</summary>
    public void Save()
    {
        var list = new SortedDictionary<string, FileRefusal>(_former, StringComparer.Ordinal);
        foreach (var path in _released)
        {
            list.Remove(path);
            DropHeader(path);
        }

        foreach (var refusal in _refused.Values)
        {
            list[refusal.Path] = _former.TryGetValue(refusal.Path, out var former) && former.IsSameAs(refusal) ? former : refusal;
            if (refusal.IsHeaderKept) KeepHeader(refusal.Path);
            else DropHeader(refusal.Path);
        }

        var content = Encoding.UTF8.GetBytes(string.Concat(list.Values.Select(refusal => JsonSerializer.Serialize(refusal, Json) + "\n")));
        if (content.Length > 0 || File.Exists(_listFile)) WriteIfDifferent(_listFile, content);
    }

    private void KeepHeader(string path)
    {
        if (HeaderCopy.Read(path) is { } header) WriteIfDifferent(HeaderCopyOf(path), header);
    }

    private void DropHeader(string path)
    {
        if (File.Exists(HeaderCopyOf(path))) File.Delete(HeaderCopyOf(path));
    }

    private string HeaderCopyOf(string path) => Path.Combine(_headersFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16] + ".hdr");

    private static void WriteIfDifferent(string path, byte[] content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, content);
    }
}
