using Archive.Formats.Tests.Readers;

namespace Archive.Formats.Tests.Reading;

/// <summary>One table in every form that astropy and STILTS write, each made when it is first asked for.</summary>
public sealed class OutsideDocuments : IDisposable
{
    public const string Python = "/usr/bin/python3";

    private readonly TemporaryFolder folder = new();
    private bool areWritten;

    public void Dispose() => folder.Dispose();

    /// <summary>Path of a document of astropy's.</summary>
    public string Astropys(string name)
    {
        if (!areWritten) ReaderProcess.Run(Python, Script("write_with_astropy.py"), folder.Path);
        areWritten = true;
        return folder[name];
    }

    /// <summary>Path of what STILTS makes of a FITS file of astropy's in one of its own formats.</summary>
    public string Stilts(string source, string format)
    {
        var path = folder[$"{source}.{format}"];
        if (!File.Exists(path)) ReaderProcess.Run("stilts", "tpipe", "in=" + Astropys(source), "ifmt=fits", "ofmt=" + format, "out=" + path);
        return path;
    }

    /// <summary>Holds that what was loaded, written anew, is to astropy what a document is to it: names, and rows value by value.</summary>
    /// <param name="document">Path of the document; behind a colon the number of an HDU.</param>
    /// <param name="loaded">What our reader made of it, or of the same table in another form.</param>
    /// <param name="format">The format that it is written in: FITS where astropy doesn't read the VOTable, as with several texts in a cell.</param>
    internal static void HoldSame(string document, LoadedTable loaded, string format = "votable")
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["ours"], loaded.Render(format));
        var tables = ReaderProcess.Run(Python, Script("read_any_with_astropy.py"), document, folder["ours"])!.Value.Output.Split("---\n");
        Assert.Equal(tables[0].Split('\n'), tables[1].Split('\n'));
        Assert.Equal(loaded.RowCount, tables[0].Split('\n').Length - 2);
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);
}
