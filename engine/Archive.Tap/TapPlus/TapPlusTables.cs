using System.Xml.Linq;
using Archive.Catalogue.Tables;
using Archive.Tap.Hosting;

namespace Archive.Tap.TapPlus;

/// <summary>
/// The document /tables as astroquery's TapPlus reads it: each column has an attribute of ESA's, without which <c>load_tables</c> and <c>load_table</c> fail on any
/// service. VOSI's schema doesn't allow it, so the standard path hasn't got it.
/// </summary>
internal static class TapPlusTables
{
    private const string Prefix = "esatapplus";

    /// <summary>No flag of ESA's holds: neither a key, nor a position, nor a magnitude of theirs.</summary>
    private const string NoFlags = "0";

    private static readonly XNamespace Namespace = "http://esa.int/xml/EsaTapPlus";

    /// <summary>Gives each column of a document the attribute, and the root the prefix.</summary>
    public static XElement Flag(XElement document)
    {
        document.Add(XmlDocuments.Prefix(Prefix, Namespace));
        foreach (var column in document.Descendants("column")) column.Add(new XAttribute(Namespace + "flags", NoFlags));
        return document;
    }

    /// <summary>The tables that <c>tables=a,b</c> names, with or without their schema; none where it names no table.</summary>
    public static TableSet Named(TableSet tables, string names)
    {
        var wanted = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = tables.Tables.Where(table => wanted.Contains(table.ListedName) || wanted.Contains($"{table.Schema}.{table.Name}")).ToList();
        return new TableSet(tables.Schemas.Where(schema => found.Any(table => table.Schema == schema.Name)), found);
    }
}
