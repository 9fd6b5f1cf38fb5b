using System.Reflection;

namespace Archive.DataSamples;

/// <summary>Tab-separated tables that are part of the assembly, in the folder of the type that reads them. Lines that begin with # are notes.</summary>
internal static class EmbeddedTable
{
    /// <exception cref="InvalidDataException">There is no such table: the build left it out.</exception>
    public static StreamReader Open(Type reader, string fileName)
    {
        var name = $"{reader.Namespace}.{fileName}";
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no embedded table {name}.");
        return new StreamReader(stream);
    }

    /// <summary>The fields of each line, the line that names them first.</summary>
    public static IEnumerable<string[]> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) yield return line.Split('\t');
        }
    }
}
