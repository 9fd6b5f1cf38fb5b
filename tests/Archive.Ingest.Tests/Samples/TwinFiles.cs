using Archive.DataSamples;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Samples;

/// <summary>The twin's FITS files, written once for all tests, read back and translated as ingest does it.</summary>
public sealed class TwinFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TwinFiles()
    {
        Report = new SyntheticTwin().WriteFitsFiles(_folder.Path);
        var nights = Directory.EnumerateDirectories(_folder.Path).Where(folder => Path.GetFileName(folder) != "damaged");
        Sound = [.. nights.SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal).Select(Read)];
    }

    public FitsFolderReport Report { get; }

    public string Folder => _folder.Path;

    /// <summary>Header and row of each sound file, in the order of koaid.</summary>
    public IReadOnlyList<(FitsHeader Header, TranslationResult Result)> Sound { get; }

    public IEnumerable<ObservationRecord> Records => Sound.Select(file => file.Result.Record!);

    public void Dispose() => _folder.Dispose();

    private static (FitsHeader, TranslationResult) Read(string path)
    {
        var reading = HeaderSource.Open(path);
        var header = reading.Header ?? throw new InvalidOperationException($"{path}: {reading.Refusal}");
        return (header, InstrumentRegistry.Translate(header));
    }
}
