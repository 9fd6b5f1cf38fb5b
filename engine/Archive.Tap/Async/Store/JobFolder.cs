using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Catalogue.Manifests;

namespace Archive.Tap.Async.Store;

/// <summary>
/// A job's folder: <c>job.json</c> and, once it is complete, its result. Both appear by a rename, so a process that is killed leaves
/// them whole. They aren't forced to the disk: a failure of the machine's power may lose the jobs of its last seconds, which can be
/// asked again, and in return a job costs milliseconds.
/// </summary>
internal sealed class JobFolder(string path)
{
    private const string RecordFile = "job.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        IgnoreReadOnlyProperties = true,
    };

    public string Path { get; } = path;

    /// <summary>False where a process was killed while it made or removed the folder.</summary>
    public bool HasRecord => File.Exists(System.IO.Path.Combine(Path, RecordFile));

    public string FileOf(JobResult result) => System.IO.Path.Combine(Path, result.FileName);

    public string FileOf(JobUpload upload) => System.IO.Path.Combine(Path, upload.FileName);

    public void Create() => Directory.CreateDirectory(Path);

    public void Write(JobRecord record)
    {
        var file = System.IO.Path.Combine(Path, RecordFile);
        var temporary = AtomicFile.TemporaryNameFor(file);
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(record, Json));
        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>Reads the record and removes what a killed process left half done.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="JsonException">It isn't a job's record.</exception>
    public JobRecord Read()
    {
        foreach (var leftover in Directory.EnumerateFiles(Path, "*" + AtomicFile.TemporarySuffix)) File.Delete(leftover);
        return JsonSerializer.Deserialize<JobRecord>(File.ReadAllBytes(System.IO.Path.Combine(Path, RecordFile)), Json) ?? throw new JsonException("The record is empty.");
    }

    public void Remove()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
