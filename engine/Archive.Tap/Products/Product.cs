namespace Archive.Tap.Products;

/// <summary>A file that may be downloaded.</summary>
/// <param name="Path">Where it is on this machine; never shown to clients.</param>
/// <param name="Name">The name under which it is saved.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Written">When it was last changed.</param>
internal sealed record Product(string Path, string Name, long Bytes, DateTimeOffset Written)
{
    /// <summary>
    /// The media type, by the name's end. FITS is <c>application/fits</c>, images too, since many of them hold more than an image viewer shows (RFC 4047, section 3). A compressed file is
    /// sent as it lies here, and says so.
    /// </summary>
    public string ContentType => System.IO.Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".FITS" or ".FIT" or ".FTS" or ".FZ" => "application/fits",
        ".GZ" => "application/gzip",
        ".TXT" or ".HDR" or ".LOG" => "text/plain",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".PNG" => "image/png",
        _ => "application/octet-stream",
    };
}
