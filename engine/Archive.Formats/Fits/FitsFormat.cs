namespace Archive.Formats.Fits;

/// <summary>FITS 4.0.</summary>
internal static class FitsFormat
{
    public static ResultFormat Fits { get; } = new()
    {
        Name = "fits",
        MediaTypes = [new MediaType("application/fits")],
        FileExtension = ".fits",
        Description = "FITS binary table; text beyond ASCII is shown as question marks",
        TellsStatus = true,
        CreateWriter = output => new FitsWriter(output),
    };
}
