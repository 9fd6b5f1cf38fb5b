using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Catalogue.Tables;

/// <summary>
/// Reads and writes <c>table.vot</c>: a table's definition as a VOTable 1.4 document without data, so that what the columns mean
/// travels with the Parquet files and any VOTable reader can show it. The roles of columns that VOTable has no word for (which
/// is the key, which the position, which are principal) are GROUPs of FIELDrefs, in the order of the role.
/// </summary>
public static class TableDescription
{
    private const string KeyRole = "key", UtDateRole = "ut_date", PositionRole = "position";
    private const string IndexedRole = "indexed", PrincipalRole = "principal", StandardRole = "std";

    private static readonly XNamespace Ns = "http://www.ivoa.net/xml/VOTable/v1.3";

    public static void Write(Table table, string path)
    {
        var ids = table.Columns.Select((column, index) => (column.Name, Id: string.Create(CultureInfo.InvariantCulture, $"c{index + 1}")))
            .ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
        var document = new XDocument(new XElement(Ns + "VOTABLE", new XAttribute("version", "1.4"),
            new XElement(Ns + "RESOURCE", new XAttribute("name", table.Schema), new XAttribute("type", "meta"),
                new XElement(Ns + "TABLE", new XAttribute("name", table.Name), Optional("utype", table.Utype), Description(table.Description),
                    table.Columns.Select(column => Field(column, ids[column.Name])),
                    Roles(table).Where(role => role.Columns.Length > 0).Select(role => new XElement(Ns + "GROUP", new XAttribute("name", role.Name),
                        role.Columns.Select(column => new XElement(Ns + "FIELDref", new XAttribute("ref", ids[column])))))))));
        AtomicFile.Write(path, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document + "\n"));
    }

    /// <summary>The table as a snapshot has it; null where there is no snapshot, or its description is missing, which the next one writes anew.</summary>
    /// <exception cref="ManifestException">The file isn't XML, or isn't such a description.</exception>
    public static Table? Find(TableFolder folder, Manifest snapshot) =>
        snapshot.Number > 0 && folder.DescriptionOf(snapshot) is var path && File.Exists(path) ? Read(path) : null;

    /// <exception cref="ManifestException">The file is missing, isn't XML, or isn't such a description.</exception>
    public static Table Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var resource = XDocument.Load(reader).Root?.Element(Ns + "RESOURCE");
            var table = resource?.Element(Ns + "TABLE") ?? throw new XmlException("it holds no TABLE.");
            var names = table.Elements(Ns + "FIELD").ToDictionary(field => Required(field, "ID"), field => Required(field, "name"));
            var roles = table.Elements(Ns + "GROUP").ToDictionary(group => Required(group, "name"),
                group => group.Elements(Ns + "FIELDref").Select(reference => names[Required(reference, "ref")]).ToImmutableArray());
            var flags = new[] { IndexedRole, PrincipalRole, StandardRole }.ToDictionary(role => role, role => roles.GetValueOrDefault(role, []).ToHashSet());
            return new Table(Required(resource, "name"), Required(table, "name"), table.Elements(Ns + "FIELD").Select(field => ReadField(field, flags)))
            {
                Description = (string?)table.Element(Ns + "DESCRIPTION"),
                Utype = (string?)table.Attribute("utype"),
                KeyColumn = roles.GetValueOrDefault(KeyRole, []).FirstOrDefault(),
                UtDateColumn = roles.GetValueOrDefault(UtDateRole, []).FirstOrDefault(),
                Position = roles.GetValueOrDefault(PositionRole, []) is [var rightAscension, var declination] ? new PositionColumns(rightAscension, declination) : null,
            };
        }
        catch (Exception error) when (error is XmlException or IOException or ArgumentException or KeyNotFoundException)
        {
            throw new ManifestException($"The description {path} of a table can't be read: {error.Message} Restore it from a copy of the archive, or ingest again.", error);
        }
    }

    private static IEnumerable<(string Name, ImmutableArray<string> Columns)> Roles(Table table)
    {
        yield return (KeyRole, table.KeyColumn is { } key ? [key] : []);
        yield return (UtDateRole, table.UtDateColumn is { } date ? [date] : []);
        yield return (PositionRole, table.Position is { } position ? [position.RightAscension, position.Declination] : []);
        yield return (IndexedRole, [.. table.Columns.Where(column => column.IsIndexed).Select(column => column.Name)]);
        yield return (PrincipalRole, [.. table.Columns.Where(column => column.IsPrincipal).Select(column => column.Name)]);
        yield return (StandardRole, [.. table.Columns.Where(column => column.IsStandard).Select(column => column.Name)]);
    }

    private static XElement Field(Column column, string id) => new(Ns + "FIELD",
        new XAttribute("ID", id), new XAttribute("name", column.Name), new XAttribute("datatype", column.Type.Datatype.VotableName()),
        Optional("arraysize", column.Type.Arraysize), Optional("xtype", column.Type.Xtype), Optional("unit", column.Unit),
        Optional("ucd", column.Ucd), Optional("utype", column.Utype), Description(column.Description));

    private static Column ReadField(XElement field, Dictionary<string, HashSet<string>> flags)
    {
        var name = Required(field, "name");
        if (!DatatypeNames.TryParse(Required(field, "datatype"), out var datatype)) throw new XmlException($"column {name} has a datatype that VOTable doesn't know.");
        return new Column
        {
            Name = name,
            Type = new ColumnType(datatype, (string?)field.Attribute("arraysize"), (string?)field.Attribute("xtype")),
            Unit = (string?)field.Attribute("unit"),
            Ucd = (string?)field.Attribute("ucd"),
            Utype = (string?)field.Attribute("utype"),
            Description = (string?)field.Element(Ns + "DESCRIPTION"),
            IsIndexed = flags[IndexedRole].Contains(name),
            IsPrincipal = flags[PrincipalRole].Contains(name),
            IsStandard = flags[StandardRole].Contains(name),
        };
    }

    private static string Required(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) ?? throw new XmlException($"a {element.Name.LocalName} has no {attribute}.");

    private static XAttribute? Optional(string name, string? value) => value is null ? null : new XAttribute(name, value);

    private static XElement? Description(string? text) => string.IsNullOrEmpty(text) ? null : new XElement(Ns + "DESCRIPTION", text);
}
