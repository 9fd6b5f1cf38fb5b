using Archive.Tap.Async;
using Archive.Tap.Async.Resources;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.TapPlus;

/// <summary>
/// The service a second time, below <see cref="ServiceAddress.TapPlusPath"/>, for clients that are written for ESA's archives: all of TAP, and two resources that
/// astroquery's <c>search_async_jobs</c> and <c>remove_jobs</c> ask for.
/// </summary>
internal sealed class TapPlusResources(JobRequests requests, JobListResource jobs)
{
    private const int MostJobsAtOnce = 1_000;

    /// <param name="tap">The resources of TAP; those that aren't below its path aren't served again.</param>
    public IEnumerable<Resource> Of(IEnumerable<Resource> tap) =>
    [
        .. tap.Where(IsBelowBase).Select(resource => resource with { Pattern = ServiceAddress.TapPlusPath + resource.Pattern[ServiceAddress.BasePath.Length..] }),
        new Resource(ServiceAddress.TapPlusPath + "/jobs/async") { Get = jobs.Resource.Get },
        new Resource(ServiceAddress.TapPlusPath + "/deletejobs") { Post = DeleteJobsAsync },
    ];

    private static bool IsBelowBase(Resource resource) => resource.Pattern == ServiceAddress.BasePath || resource.Pattern.StartsWith(ServiceAddress.BasePath + "/", StringComparison.Ordinal);

    /// <summary>All the jobs are there before the first is deleted, so that a wrong id deletes none.</summary>
    private async Task DeleteJobsAsync(HttpContext context)
    {
        var ids = ((await requests.ReadAsync(context)).Single("JOB_IDS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length is 0 or > MostJobsAtOnce) throw TapException.BadRequest(FormattableString.Invariant($"JOB_IDS takes ids of jobs, separated by commas, {MostJobsAtOnce} at most."));
        List<Job> found = [.. ids.Distinct().Select(requests.Store.Find)];
        foreach (var job in found) requests.Store.Delete(job);
        await JobRequests.WriteTextAsync(context, FormattableString.Invariant($"{found.Count} jobs deleted."));
    }
}
