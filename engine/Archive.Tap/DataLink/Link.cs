namespace Archive.Tap.DataLink;

/// <summary>A row of the list of links: something that belongs to what an ID names, or why there is nothing (DataLink 1.1, section 3.2).</summary>
/// <param name="Id">The ID as it was asked for.</param>
/// <param name="Semantics">What it is to the thing named, by the IVOA's vocabulary datalink/core.</param>
internal sealed record Link(string Id, string Semantics)
{
    /// <summary>Where it is; null in a row that tells an error.</summary>
    public string? AccessUrl { get; init; }

    /// <summary>One of DataLink's words for what went wrong, a colon and an explanation; null where nothing did.</summary>
    public string? ErrorMessage { get; init; }

    public string? Description { get; init; }

    /// <summary>Media type of what is at the address; null where there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Bytes of what is at the address; null where that isn't known.</summary>
    public long? ContentLength { get; init; }

    public static Link NotFound(string id) => new(id, "#this") { ErrorMessage = "NotFoundFault: there is no observation of that name here." };
}
