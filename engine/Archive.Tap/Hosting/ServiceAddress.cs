using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Hosting;

/// <summary>The addresses of the service's resources as a client reaches them: where the request went, unless a public address is set.</summary>
internal sealed class ServiceAddress(string? publicUrl)
{
    /// <summary>The path below which TAP's resources are; requests may write it in any case.</summary>
    public const string BasePath = "/TAP";

    /// <summary>The path below which the same resources are once more, with what astroquery's TapPlus needs and the standard forbids.</summary>
    public const string TapPlusPath = "/tapplus";

    /// <summary>The path of the list of links, below <see cref="BasePath"/>.</summary>
    public const string LinksPath = "/links";

    private readonly string? publicUrl = publicUrl?.TrimEnd('/');

    /// <summary>The service's base URL, without a slash at its end, its last part as the client wrote it: of TAP, or of its copy for TapPlus where that was asked.</summary>
    public string BaseOf(HttpRequest request)
    {
        var length = IsTapPlus(request) ? TapPlusPath.Length : request.Path.StartsWithSegments(BasePath, StringComparison.OrdinalIgnoreCase) ? BasePath.Length : 0;
        return RootOf(request) + (length > 0 ? request.Path.Value![..length] : BasePath);
    }

    /// <summary>The address below which all that the server serves is, without a slash at its end.</summary>
    public string RootOf(HttpRequest request) => publicUrl ?? $"{request.Scheme}://{HostOf(request)}{request.PathBase}";

    /// <summary>Where the service lists what belongs to an observation (DataLink 1.1).</summary>
    public string LinksOf(HttpRequest request) => BaseOf(request) + LinksPath;

    public static bool IsTapPlus(HttpRequest request) => request.Path.StartsWithSegments(TapPlusPath, StringComparison.OrdinalIgnoreCase);

    /// <summary>A request of HTTP/1.0 names no host: then it is where the connection came in.</summary>
    private static string HostOf(HttpRequest request) => request.Host.HasValue
        ? request.Host.ToUriComponent()
        : string.Create(CultureInfo.InvariantCulture, $"{request.HttpContext.Connection.LocalIpAddress}:{request.HttpContext.Connection.LocalPort}");
}
