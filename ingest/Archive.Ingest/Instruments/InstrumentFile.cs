using System.Reflection;

namespace Archive.Ingest.Instruments;

/// <summary>
/// Reads a table's definition file: UTF-8, lines of <c># property: value</c> and of <c>## comment</c>, then one tab-separated line that names the fields, then one line
/// per column. <c>keywords</c> are separated by commas, the first that has a value counts, and <c>A*B</c> is a product of two; <c>values</c> by bars. Fields at the end may be left out. Where
/// the property <c>common</c> names another such file, a field that is left empty is taken from its column of the same name, and <c>-</c> says that it is empty. The files of
/// the Keck instruments are embedded in the assembly; any text of the form can be read.
/// </summary>
public static class InstrumentFile
{
    /// <summary>The schema that the tables of all instruments belong to.</summary>
    public const string SchemaName = "koa";

    /// <summary>Reads the embedded file of a table.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it breaks the form above.</exception>
    public static InstrumentDefinition Load(string tableName)
    {
        using var reader = OpenEmbedded(tableName + ".tsv");
        return Read(reader);
    }

    /// <summary>Reads a definition.</summary>
    /// <param name="reader">Its text.</param>
    /// <param name="tableName">Name of the table, where it isn't to be what the definition says.</param>
    /// <exception cref="InvalidDataException">The text breaks the form; the message says at which line.</exception>
    public static InstrumentDefinition Read(TextReader reader, string? tableName = null)
    {
        var text = DefinitionText.Read(reader, CommonColumns.Of);
        return DefinitionHead.Define(text, tableName);
    }

    /// <summary>The definition of a table that takes any FITS file.</summary>
    internal static DefinitionText General()
    {
        using var reader = OpenEmbedded("general.tsv");
        return DefinitionText.Read(reader, CommonColumns.Of);
    }

    internal static StreamReader OpenEmbedded(string fileName)
    {
        var name = $"{typeof(InstrumentFile).Namespace}.{fileName}";
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidDataException($"There is no embedded file {name}.");
        return new StreamReader(stream);
    }
}
