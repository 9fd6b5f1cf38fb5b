namespace Archive.Formats.Json;

/// <summary>JSON (RFC 8259) in two shapes: columns and rows as arrays, with the columns' metadata; or an object a row.</summary>
internal static class JsonFormats
{
    private const string Essence = "application/json";

    public static ResultFormat Table { get; } = new()
    {
        Name = "json",
        MediaTypes = [new MediaType(Essence)],
        FileExtension = ".json",
        Description = "JSON object with the columns' metadata and an array a row; NaN and infinities are null",
        TellsStatus = true,
        CreateWriter = output => new JsonTableWriter(output),
    };

    public static ResultFormat Objects { get; } = new()
    {
        Name = "json/rows",
        MediaTypes = [new MediaType(Essence, ("shape", "rows"))],
        FileExtension = ".json",
        Description = "JSON array with an object a row; NaN and infinities are null",
        CreateWriter = output => new JsonObjectsWriter(output),
    };
}
