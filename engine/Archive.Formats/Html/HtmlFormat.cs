namespace Archive.Formats.Html;

/// <summary>A page for a browser. Only a RESPONSEFORMAT asks for it: the clients of TAP that are written in Java accept text/html first, whatever they read.</summary>
internal static class HtmlFormat
{
    public static ResultFormat Html { get; } = new()
    {
        Name = "html",
        MediaTypes = [new MediaType("text/html", ("charset", "utf-8"))],
        FileExtension = ".html",
        Description = "Page for a browser",
        TellsStatus = true,
        CreateWriter = output => new HtmlWriter(output),
    };
}
