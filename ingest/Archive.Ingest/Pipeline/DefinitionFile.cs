using Archive.Ingest.Instruments;

namespace Archive.Ingest.Pipeline;

/// <summary>Reads definition files that users write: what is wrong with them is told with their path and line.</summary>
internal static class DefinitionFile
{
    private const long MostBytes = 16 << 20;

    /// <exception cref="IngestException">It can't be read, or breaks the form.</exception>
    public static DefinitionText Read(string path) => Guard(path, () =>
    {
        if (new FileInfo(path).Length > MostBytes) throw new InvalidDataException($"It is longer than {MostBytes >> 20} MB.");
        using var reader = new StreamReader(path);
        return DefinitionText.Read(reader, CommonColumns.Of);
    });

    /// <exception cref="IngestException">It breaks the form.</exception>
    public static InstrumentDefinition Define(string path, DefinitionText text, string tableName) => Guard(path, () => DefinitionHead.Define(text, tableName));

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException error)
        {
            throw new IngestException($"{path}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IngestException($"The definition {path} can't be read: {error.Message} Check its path and its rights.", error);
        }
    }
}
