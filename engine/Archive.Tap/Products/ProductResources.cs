using Archive.Tap.Errors;
using Archive.Tap.Hosting;
using Archive.Tap.Parameters;
using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Products;

/// <summary>
/// /products: the files themselves, by the <c>filehand</c> of their row, as a path below it or, as KOA's getKOA takes it, as a parameter. Parts may be asked for (Range), and what a
/// client has already isn't sent again.
/// </summary>
internal sealed class ProductResources(ProductFolder folder, ParameterReader reader)
{
    public const string BasePath = "/products";

    public IEnumerable<Resource> Resources =>
    [
        new Resource(BasePath) { Get = SendNamedAsync },
        new Resource(BasePath + "/{**filehand}") { Get = context => SendAsync(context, context.Request.RouteValues["filehand"] as string) },
    ];

    /// <summary>The address of a file, below the server's root.</summary>
    public static string AddressOf(string fileHandle) => $"{BasePath}/{string.Join('/', fileHandle.TrimStart('/').Split('/').Select(Uri.EscapeDataString))}";

    private async Task SendNamedAsync(HttpContext context)
    {
        var fileHandle = (await reader.ReadAsync(context.Request)).Single("filehand")
            ?? throw TapException.BadRequest($"Name a file as its row does: {BasePath}?filehand=..., or {BasePath}/ and the filehand behind it.");
        await SendAsync(context, fileHandle);
    }

    private Task SendAsync(HttpContext context, string? fileHandle)
    {
        if (!folder.IsConfigured) throw TapException.NotFound("This service has the files' headers only, not the files: no folder of products is configured.");
        if (!folder.TryFind(fileHandle, out var product)) throw TapException.NotFound($"There is no file '{RequestParameters.Shortened(fileHandle ?? "")}' here.");
        return FileAnswer.SendAsync(context, product.Path, product.ContentType, product.Written, FormattableString.Invariant($"{product.Bytes:x}-{product.Written.UtcTicks:x}"), product.Name);
    }
}
