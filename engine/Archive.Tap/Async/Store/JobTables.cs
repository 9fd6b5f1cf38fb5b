using System.Collections.Immutable;
using Archive.Tap.Parameters;
using Archive.Tap.Uploads;

namespace Archive.Tap.Async.Store;

/// <summary>The documents that are kept with a job.</summary>
internal sealed class JobTables(JobRecord record, JobFolder folder) : IInlineTables
{
    public Stream? Open(string label) => record.Uploads.FirstOrDefault(upload => upload.Label == label) is { } found ? File.OpenRead(folder.FileOf(found)) : null;

    /// <summary>Copies the parts of a request that its UPLOAD names into a job's folder; the job's record isn't changed.</summary>
    /// <exception cref="IOException">They can't be written; none is left.</exception>
    public static async Task<ImmutableArray<JobUpload>> KeepAsync(RequestParameters request, JobFolder folder, CancellationToken cancellation)
    {
        var kept = ImmutableArray.CreateBuilder<JobUpload>();
        try
        {
            foreach (var label in UploadList.LabelsIn(request.All("UPLOAD")))
            {
                await using var part = request.Inline?.Open(label);
                if (part is null) continue;
                kept.Add(new JobUpload(label, $"upload-{Guid.NewGuid():N}.xml"));
                await using var file = File.Create(folder.FileOf(kept[^1]));
                await part.CopyToAsync(file, cancellation);
            }
        }
        catch
        {
            Remove(kept, folder);
            throw;
        }

        return kept.ToImmutable();
    }

    public static void Remove(IEnumerable<JobUpload> uploads, JobFolder folder)
    {
        foreach (var path in uploads.Select(folder.FileOf).Where(File.Exists)) File.Delete(path);
    }
}
