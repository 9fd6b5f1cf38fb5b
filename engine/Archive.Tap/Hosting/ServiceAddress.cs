using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Hosting;

/// <summary>The addresses of the service's resources as a client reaches them: where the request went, unless a public address is set.</summary>
internal sealed class ServiceAddress(string? publicUrl)
{
    /// <summary>The path below which all resources are; requests may write it in any case.</summary>
    public const string BasePath = "/TAP";

    /// <summary>The path of the list of links, below <see cref="BasePath"/>.</summary>
    public const string LinksPath = "/links";

    private readonly string? publicUrl = publicUrl?.TrimEnd('/');

    /// <summary>The service's base URL, without a slash at its end, its last part in the case in which the client wrote it.</summary>
    public string BaseOf(HttpRequest request)
    {
        var path = request.Path.Value is { } requested && requested.StartsWith(BasePath, StringComparison.OrdinalIgnoreCase) ? requested[..BasePath.Length] : BasePath;
        return (publicUrl ?? $"{request.Scheme}://{HostOf(request)}{request.PathBase}") + path;
    }

    /// <summary>Where the service lists what belongs to an observation (DataLink 1.1).</summary>
    public string LinksOf(HttpRequest request) => BaseOf(request) + LinksPath;

    /// <summary>A request of HTTP/1.0 names no host: then it is where the connection came in.</summary>
    private static string HostOf(HttpRequest request) => request.Host.HasValue
        ? request.Host.ToUriComponent()
        : string.Create(CultureInfo.InvariantCulture, $"{request.HttpContext.Connection.LocalIpAddress}:{request.HttpContext.Connection.LocalPort}");
}
