using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Archive.Catalogue.Folder;
using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;

namespace Archive.Tap.Uploads;

/// <summary>
/// Fetches tables that a query names by their addresses, from this machine's loopback addresses and the hosts that are allowed, and nowhere else: the service must
/// not be sent to look at what its network hides from those who send it.
/// </summary>
internal sealed class UploadFetcher(TapOptions options, TimeProvider time) : IDisposable
{
    private const int MaximumRedirects = 5;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly string[] hosts = options.UploadHosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { ProductInfoHeaderValue.Parse(ServerIdentity.Product) } },
    };

    /// <summary>Fetches a document into a temporary file, which goes when the stream is disposed.</summary>
    /// <exception cref="TapException">It may not or can't be fetched, or is too large.</exception>
    public async Task<Stream> FetchAsync(string tableName, Uri address, CancellationToken cancellation)
    {
        using var tooLong = new CancellationTokenSource(Timeout, time);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation, tooLong.Token);
        var file = TemporaryFile();
        try
        {
            using var response = await FollowAsync(tableName, address, timeout.Token);
            await using var content = options.Bounded(await response.Content.ReadAsStreamAsync(timeout.Token), tableName);
            await content.CopyToAsync(file, timeout.Token);
            file.Position = 0;
            return file;
        }
        catch (Exception error)
        {
            await file.DisposeAsync();
            if (error is HttpRequestException or HttpIOException or IOException { InnerException: SocketException }) throw Failed(tableName, address, error.Message, error);
            if (error is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw Failed(tableName, address, string.Create(CultureInfo.InvariantCulture, $"it took longer than {Timeout.TotalSeconds} s."), error);
            throw;
        }
    }

    public void Dispose() => client.Dispose();

    private static FileStream TemporaryFile() => new(
        ProcessFolder.NewPath(),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });

    private async Task<HttpResponseMessage> FollowAsync(string tableName, Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MaximumRedirects; redirects++)
        {
            RequireAllowed(tableName, address);
            var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode) return response;
            using (response)
            {
                if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next)
                    throw Failed(tableName, address, string.Create(CultureInfo.InvariantCulture, $"the answer was {(int)response.StatusCode}."));
                address = new Uri(address, next);
            }
        }

        throw Failed(tableName, address, "there are too many redirections.");
    }

    private void RequireAllowed(string tableName, Uri address)
    {
        if (address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && (address.IsLoopback || hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase))) return;
        var allowed = hosts.Length == 0 ? "" : $", and from {string.Join(", ", hosts)}";
        throw TapException.BadRequest($"UPLOAD {tableName}: tables aren't fetched from {RequestParameters.Shortened(address.GetLeftPart(UriPartial.Authority))}. They are from this machine by http or https{allowed}. Send the table with the request instead: {tableName},param:part.");
    }

    private static TapException Failed(string tableName, Uri address, string reason, Exception? inner = null) =>
        new(Microsoft.AspNetCore.Http.StatusCodes.Status400BadRequest, $"UPLOAD {tableName}: {RequestParameters.Shortened(address.ToString())} can't be fetched: {reason}", inner);
}
