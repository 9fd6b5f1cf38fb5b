using Archive.Tap.Errors;
using Archive.Tap.Parameters;

namespace Archive.Tap.Async;

/// <summary>Which parameters of a request become a job's. Whether their values make sense is looked at when it runs (TAP 1.1, section 2.2).</summary>
internal static class JobParameters
{
    /// <summary>The parameters that TAP knows, and this service's own. Others don't change a result and aren't kept.</summary>
    private static readonly string[] Names = ["REQUEST", "VERSION", "LANG", "QUERY", "RESPONSEFORMAT", "FORMAT", "MAXREC", "RUNID", "UPLOAD", "SNAPSHOT"];

    /// <exception cref="TapException">A parameter was given two different values, or the query is too long to be kept.</exception>
    public static List<JobParameter> Of(RequestParameters request, TapOptions options)
    {
        var parameters = new List<JobParameter>();
        foreach (var name in Names)
        {
            var value = name == "UPLOAD" ? string.Join(';', request.All(name)) : request.Single(name);
            if (string.IsNullOrEmpty(value)) continue;
            if (value.Length > options.MaximumQueryCharacters) throw TapException.BadRequest($"{name} is longer than this service keeps.");
            parameters.Add(new JobParameter(name, value));
        }

        QueryRequest.ReadRunId(request);
        return parameters;
    }
}
