namespace Archive.Formats.Text;

/// <summary>Plain text for people; programs that ask for text/plain get the IPAC table.</summary>
internal static class TextFormat
{
    public static ResultFormat Text { get; } = new()
    {
        Name = "text",
        MediaTypes = [new MediaType("text/plain", ("format", "fixed"), ("charset", "utf-8"))],
        FileExtension = ".txt",
        Description = "Plain text for people: aligned columns and how many rows there are",
        TellsStatus = true,
        CreateWriter = output => new TextWriter(output),
    };
}
