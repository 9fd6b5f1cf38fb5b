using Microsoft.AspNetCore.Http;

namespace Archive.Tap.Hosting;

/// <summary>What a resource does for each method it knows; HEAD is GET without the body. Others are answered with 405.</summary>
internal sealed record Resource(string Pattern)
{
    public RequestDelegate? Get { get; init; }

    public RequestDelegate? Post { get; init; }

    public RequestDelegate? Delete { get; init; }

    /// <summary>The methods it knows, as the header Allow lists them.</summary>
    public string Allowed => string.Join(", ", new[] { Get is null ? null : "GET, HEAD", Post is null ? null : "POST", Delete is null ? null : "DELETE", "OPTIONS" }.OfType<string>());

    public RequestDelegate? For(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Get
        : HttpMethods.IsPost(method) ? Post
        : HttpMethods.IsDelete(method) ? Delete
        : null;
}
