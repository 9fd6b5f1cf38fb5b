using Archive.Ingest.Fits;

namespace Archive.EndToEnd.Tests;

/// <summary>Small files to be ingested.</summary>
internal static class HeaderFiles
{
    /// <summary>Headers as a telescope writes them, one a second from midnight of 2009-08-31.</summary>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (var second = 0; second < count; second++)
        {
            var writer = new FitsHeaderWriter();
            writer.Logical("SIMPLE", true);
            writer.Integer("BITPIX", 16);
            writer.Integer("NAXIS", 0);
            writer.Text("INSTRUME", "HIRES: High Resolution Echelle Spectrometer");
            writer.Text("DATE-OBS", "2009-08-31");
            writer.Text("UTC", $"00:{second / 60:00}:{second % 60:00}.50");
            writer.Text("RA", "21:30:35.12");
            writer.Text("DEC", "-15:53:48.4");
            writer.Text("EQUINOX", "2000.0  ");
            File.WriteAllBytes(Path.Combine(folder, $"h{second}.fits"), writer.ToBlocks().ToArray());
        }
    }
}
