namespace Archive.Tap.Uploads;

/// <summary>One table of UPLOAD: what the query calls it, and where it is.</summary>
/// <param name="TableName">Its name in the schema TAP_UPLOAD, a regular identifier.</param>
/// <param name="Label">The name of the request's part that holds it; null where it is at <paramref name="Address"/>.</param>
/// <param name="Address">Where it is to be fetched; null where it came with the request.</param>
internal sealed record UploadEntry(string TableName, string? Label, Uri? Address);
