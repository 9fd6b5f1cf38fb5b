using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Archive.Ingest.Instruments;

/// <summary>Columns that several tables share, each written once in an embedded file.</summary>
internal static class CommonColumns
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string[]>> Files = new(StringComparer.Ordinal);

    /// <summary>The fields of each column of the file, by the column's name.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it breaks the form.</exception>
    public static FrozenDictionary<string, string[]> Of(string fileName) => Files.GetOrAdd(fileName, name =>
    {
        using var reader = InstrumentFile.OpenEmbedded(name + ".tsv");
        return DefinitionText.Read(reader, _ => FrozenDictionary<string, string[]>.Empty).Columns.ToFrozenDictionary(column => column.Fields[0], column => column.Fields);
    });
}
