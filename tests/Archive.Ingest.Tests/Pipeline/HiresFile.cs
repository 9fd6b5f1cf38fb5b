using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Pipeline;

/// <summary>Small files with HIRES headers.</summary>
internal static class HiresFile
{
    /// <summary>Writes a header without data, and the folders above it.</summary>
    /// <returns>The path.</returns>
    public static string Write(string path, string? date = "2004-08-24", string utc = "02:16:44.00", string target = "Vega", string instrument = "HIRES")
    {
        var header = new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 0)
            .Text("INSTRUME", instrument).Text("UTC", utc).Text("OBJECT", target).Text("RA", "18:36:56.3").Text("DEC", "+38:47:01").Text("EQUINOX", "2000.0");
        if (date is not null) header.Text("DATE-OBS", date);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, header.ToBlocks());
        return path;
    }
}
