using Archive.Catalogue.Tables;
using Archive.Formats.Reading;

namespace Archive.Formats.Votable.Reading;

/// <summary>One FIELD: how the column is described, and how its cells are to be read.</summary>
internal static class FieldElement
{
    /// <summary>Reads the FIELD that the reader is on.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="number">The column's number, from 1.</param>
    /// <param name="names">Names of the columns before; this one's is added.</param>
    /// <exception cref="TableReadException">Its type can't be read.</exception>
    public static TableField Read(VotableXml xml, int number, ISet<string> names)
    {
        var name = UniqueNames.Add(NotEmpty(xml.Attribute("name")) ?? NotEmpty(xml.Attribute("ID")) ?? FormattableString.Invariant($"column_{number}"), names);
        var written = xml.Attribute("datatype") ?? throw new TableReadException($"Column '{name}' has no datatype.");
        if (!DatatypeNames.TryParse(written.Trim(), out var datatype)) throw new TableReadException($"Column '{name}': '{written}' is no datatype of VOTable.");
        var arraysize = NotEmpty(xml.Attribute("arraysize")?.Trim());
        var shape = FieldShape.Parse(arraysize, name);
        var column = new Column
        {
            Name = name,
            Type = new ColumnType(datatype, shape.IsArray ? arraysize : null, XtypeOf(xml)),
            Unit = NotEmpty(xml.Attribute("unit")),
            Ucd = NotEmpty(xml.Attribute("ucd")),
            Utype = NotEmpty(xml.Attribute("utype")),
        };

        string? nullText = null;
        if (!xml.Reader.IsEmptyElement)
        {
            for (var depth = xml.Reader.Depth; xml.ToChild(depth);)
            {
                switch (xml.Name)
                {
                    case "DESCRIPTION":
                        column = column with { Description = NotEmpty(xml.Text().Trim()) };
                        break;
                    case "VALUES":
                        nullText ??= xml.Attribute("null");
                        xml.Skip();
                        break;
                    default:
                        xml.Skip();
                        break;
                }
            }
        }

        return new TableField(column, shape, nullText);
    }

    private static string? XtypeOf(VotableXml xml) => NotEmpty(xml.Attribute("xtype")) switch
    {
        { } xtype when xtype.Equals("adql:TIMESTAMP", StringComparison.OrdinalIgnoreCase) => ColumnType.Timestamp.Xtype,
        var xtype => xtype,
    };

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
