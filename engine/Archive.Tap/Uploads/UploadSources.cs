using System.Collections.Immutable;
using Archive.Tap.Errors;
using Archive.Tap.Parameters;

namespace Archive.Tap.Uploads;

/// <summary>Opens the tables that UPLOAD names, from the request's parts and from elsewhere.</summary>
internal sealed class UploadSources(TapOptions options, TimeProvider time) : IDisposable
{
    private readonly UploadFetcher fetcher = new(options, time);

    /// <param name="entries">The tables.</param>
    /// <param name="inline">What came with the request.</param>
    /// <param name="stoppedMessage">What the user is told where <paramref name="cancellation"/> stops it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TapException">A table can't be had or read.</exception>
    public async Task<QueryUploads> OpenAsync(ImmutableArray<UploadEntry> entries, IInlineTables? inline, string stoppedMessage, CancellationToken cancellation)
    {
        var uploads = new QueryUploads();
        try
        {
            foreach (var (name, label, address) in entries)
            {
                var document = label is null ? await fetcher.FetchAsync(name, address!, cancellation)
                    : inline?.Open(label) ?? throw TapException.BadRequest($"UPLOAD {name}: the request has no part named '{RequestParameters.Shortened(label)}'. Send it as multipart/form-data, with the table as a part of this name.");
                uploads.Add(name, document, options);
            }

            return uploads;
        }
        catch (Exception error)
        {
            uploads.Dispose();
            if (error is OperationCanceledException) throw TapException.BadRequest(stoppedMessage);
            throw;
        }
    }

    public void Dispose() => fetcher.Dispose();
}
