using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Catalogue.Manifests;

namespace Archive.Tap.Async.Store;

/// <summary>
/// A job's folder: <c>job.json</c>, the documents that came with it and, once it is complete, its result. Folder, record and result each appear by a rename, and the
/// folder goes by one, so that a process that is killed leaves each whole or not at all. What may be served reaches the disk before it gets its name
/// (<see cref="Results.FileOutput"/>); records don't wait for the disk, which saves milliseconds at every change: a failure of the machine's power may lose the jobs and
/// changes of its last seconds, and shows what it damaged as an error, but never half a result.
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

    /// <summary>False where the machine lost power just after the folder was made.</summary>
    public bool HasRecord => File.Exists(System.IO.Path.Combine(Path, RecordFile));

    /// <summary>When the record was last written.</summary>
    public DateTimeOffset RecordTime => File.GetLastWriteTimeUtc(System.IO.Path.Combine(Path, RecordFile));

    /// <summary>True for the name of a folder that <see cref="CreateDraft"/> or <see cref="Withdraw"/> gave, and that a killed process left.</summary>
    public static bool IsLeftover(string name) => name.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal) && JobId.TryParse(name.Split('.')[0], out _);

    /// <summary>Makes a folder that isn't there as a job's until it is moved to this place.</summary>
    public JobFolder CreateDraft()
    {
        var draft = AtomicFile.TemporaryNameFor(Path);
        Directory.CreateDirectory(draft);
        return new JobFolder(draft);
    }

    public void MoveTo(JobFolder place) => Directory.Move(Path, place.Path);

    /// <summary>Takes the folder from its place, in one step; what is left is to be removed.</summary>
    public JobFolder Withdraw()
    {
        var withdrawn = new JobFolder(AtomicFile.TemporaryNameFor(Path));
        MoveTo(withdrawn);
        return withdrawn;
    }

    public string FileOf(JobResult result) => System.IO.Path.Combine(Path, result.FileName);

    public string FileOf(JobUpload upload) => System.IO.Path.Combine(Path, upload.FileName);

    /// <exception cref="IOException">It can't be written; the former record is as it was.</exception>
    public void Write(JobRecord record) => AtomicFile.Write(System.IO.Path.Combine(Path, RecordFile), JsonSerializer.SerializeToUtf8Bytes(record, Json), reachesDisk: false);

    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="JsonException">It isn't a job's record.</exception>
    public JobRecord Read() =>
        JsonSerializer.Deserialize<JobRecord>(File.ReadAllBytes(System.IO.Path.Combine(Path, RecordFile)), Json) ?? throw new JsonException("The record is empty.");

    /// <summary>True if the result's file is there with all its bytes.</summary>
    public bool Has(JobResult result) => new FileInfo(FileOf(result)) is { Exists: true } file && file.Length == result.Bytes;

    /// <summary>Removes what the record doesn't name: what a killed process left half done.</summary>
    public void RemoveAllBut(JobRecord record)
    {
        HashSet<string?> named = [RecordFile, record.Result?.FileName, .. record.Uploads.Select(upload => upload.FileName)];
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => !named.Contains(System.IO.Path.GetFileName(file)))) File.Delete(file);
    }

    public void Remove(JobResult result)
    {
        if (File.Exists(FileOf(result))) File.Delete(FileOf(result));
    }

    public void Remove()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
