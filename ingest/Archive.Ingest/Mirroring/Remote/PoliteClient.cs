using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>
/// Sends requests as one would like to receive them: no more at the same time than allowed, with a name, patient, and each that fails in passing again only
/// after a pause. Redirections are followed to http and https, and nowhere else; those of a DELETE aren't.
/// </summary>
internal sealed class PoliteClient : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _client;
    private readonly SemaphoreSlim _places;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private long _requests;
    private long _bytes;

    public PoliteClient(MirrorOptions options, TimeProvider clock)
    {
        (_patience, _clock) = (options.Patience, clock);
        _places = new SemaphoreSlim(options.Parallel);
        Backoff = new Backoff(options.FirstPause, clock);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(30), MaxResponseHeadersLength = 64 })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("archive-mirror", Version));
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"(+{Comment(options.Contact ?? "IVOA TAP client; runs by hand")})"));
        _client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
    }

    public Backoff Backoff { get; }

    public long Requests => Interlocked.Read(ref _requests);

    public long BytesReceived => Interlocked.Read(ref _bytes);

    private static string Version { get; } = typeof(PoliteClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Sends a request; again where it fails in passing.</summary>
    /// <param name="method">GET, POST or DELETE.</param>
    /// <param name="address">Where to.</param>
    /// <param name="form">Parameters of a POST; null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IngestException">It can't be sent, or the remote is busy for too long.</exception>
    public Task<RemoteAnswer> SendAsync(HttpMethod method, Uri address, IReadOnlyCollection<KeyValuePair<string, string>>? form, CancellationToken cancellation) =>
        Backoff.RunAsync(() => SendOnceAsync(method, address, form, cancellation), cancellation);

    public void Dispose()
    {
        _client.Dispose();
        _places.Dispose();
    }

    private async Task<RemoteAnswer> SendOnceAsync(HttpMethod method, Uri address, IReadOnlyCollection<KeyValuePair<string, string>>? form, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        HttpResponseMessage? response = null;
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                RequireWeb(address);
                response = await AnswerAsync(method, address, form, cancellation);
                if (method == HttpMethod.Delete || NextOf(response, address) is not { } next) break;
                if (redirects == MostRedirects) throw new IngestException($"{address} redirects more than {MostRedirects} times. Check the address of the service.");
                // 307 and 308 want the same once more, the others a look at what came of it.
                if ((int)response.StatusCode is not (307 or 308)) (method, form) = (HttpMethod.Get, null);
                response.Dispose();
                address = next;
            }

            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
                throw new RemotePauseException(string.Create(CultureInfo.InvariantCulture, $"{address} answers {(int)response.StatusCode}."), RetryAfter(response));
            var raw = new AnswerStream(await response.Content.ReadAsStreamAsync(cancellation), _patience, read => Interlocked.Add(ref _bytes, read), cancellation);
            var body = response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw;
            var whole = response;
            return new RemoteAnswer((int)response.StatusCode, address, body, () =>
            {
                body.Dispose();
                whole.Dispose();
                _places.Release();
            });
        }
        catch (Exception error)
        {
            response?.Dispose();
            _places.Release();
            if (error is InvalidDataException) throw new RemotePauseException($"The answer of {address} can't be unpacked: {error.Message}", inner: error);
            throw;
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, Uri address, IReadOnlyCollection<KeyValuePair<string, string>>? form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_patience);
        Interlocked.Increment(ref _requests);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        }
        catch (HttpRequestException error)
        {
            throw new RemotePauseException($"{address.GetLeftPart(UriPartial.Path)} can't be reached: {error.Message}", inner: error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new RemotePauseException(string.Create(CultureInfo.InvariantCulture, $"{address.GetLeftPart(UriPartial.Path)} gave no answer within {_patience.TotalSeconds} s."), inner: error);
        }
    }

    private static Uri? NextOf(HttpResponseMessage response, Uri address) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next ? new Uri(address, next) : null;

    private static void RequireWeb(Uri address)
    {
        if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw new IngestException($"The remote leads to {address.GetLeftPart(UriPartial.Authority)}, where nothing is fetched from: addresses are of http or https, without a user's name.");
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } when date > _clock.GetUtcNow() => date - _clock.GetUtcNow(),
        _ => null,
    };

    /// <summary>What may stand in a comment of the header.</summary>
    private static string Comment(string text) => string.Concat(text.Where(character => character is >= ' ' and <= '~' and not ('(' or ')' or '\\'))).Trim();
}
