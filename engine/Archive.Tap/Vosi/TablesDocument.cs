using System.Globalization;
using System.Xml.Linq;
using Archive.Adql.Lexing;
using Archive.Catalogue.Tables;
using static Archive.Tap.Hosting.XmlDocuments;

namespace Archive.Tap.Vosi;

/// <summary>The tables and columns (VOSI 1.1, section 2.4; VODataService 1.2): the same as TAP_SCHEMA says. Elements are in the schema's order.</summary>
internal static class TablesDocument
{
    /// <param name="tables">What to describe.</param>
    /// <param name="rowsOf">Rows of a table; null where they aren't known.</param>
    /// <param name="withColumns">False for the names of the tables alone (detail=min).</param>
    public static XElement Create(TableSet tables, Func<Table, long?> rowsOf, bool withColumns) => VosiNamespaces.Root(VosiNamespaces.Tables, "tableset",
        tables.Schemas.Select(schema => new XElement("schema",
            new XElement("name", Legal(schema.Name)),
            Optional("description", schema.Description),
            tables.Tables.Where(table => table.Schema == schema.Name).Select(table => new XElement("table", Content(table, rowsOf(table), withColumns))))));

    /// <summary>One table with its columns, as a document of its own.</summary>
    public static XElement CreateTable(Table table, long? rows) => VosiNamespaces.Root(VosiNamespaces.Tables, "table", Content(table, rows, withColumns: true));

    private static IEnumerable<object?> Content(Table table, long? rows, bool withColumns)
    {
        yield return new XAttribute("type", table.Kind == TableKind.View ? "view" : "table");
        yield return new XElement("name", Legal(table.ListedName));
        yield return Optional("description", table.Description);
        yield return Optional("utype", table.Utype);
        if (rows is { } count) yield return new XElement("nrows", count.ToString(CultureInfo.InvariantCulture));
        if (!withColumns) yield break;
        yield return table.Columns.Select(Describe);
        yield return table.ForeignKeys.Select(Describe);
    }

    private static XElement Describe(Column column) => new("column",
        column.IsStandard ? new XAttribute("std", "true") : null,
        new XElement("name", Legal(Identifiers.AsWritten(column.Name))),
        Optional("description", column.Description),
        Optional("unit", column.Unit),
        Optional("ucd", column.Ucd),
        Optional("utype", column.Utype),
        new XElement("dataType", Type("vs:VOTableType"),
            column.Type.Arraysize is { } size ? new XAttribute("arraysize", size) : null,
            column.Type.Xtype is { } xtype ? new XAttribute("extendedType", xtype) : null,
            column.Type.Datatype.VotableName()),
        column.IsIndexed ? new XElement("flag", "indexed") : null);

    private static XElement Describe(ForeignKey key) => new("foreignKey",
        new XElement("targetTable", Legal(key.TargetTable)),
        key.Columns.Select(pair => new XElement("fkColumn", new XElement("fromColumn", Legal(pair.From)), new XElement("targetColumn", Legal(pair.Target)))),
        Optional("description", key.Description));
}
