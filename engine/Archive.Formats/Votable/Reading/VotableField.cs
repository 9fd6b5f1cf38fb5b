using Archive.Catalogue.Tables;

namespace Archive.Formats.Votable.Reading;

/// <summary>One FIELD: how the column is described, and how its cells are to be read.</summary>
/// <param name="Column">The description. An xtype of TAP 1.0 that DALI has another name for has that name.</param>
/// <param name="Shape">Elements of a cell.</param>
/// <param name="NullText">What stands for a null, as VALUES declares it; null where nothing does.</param>
internal sealed record VotableField(Column Column, FieldShape Shape, string? NullText)
{
    /// <summary>Reads the FIELD that the reader is on.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="number">The column's number, from 1.</param>
    /// <param name="names">Names of the columns before; this one's is added.</param>
    /// <exception cref="VotableReadException">Its type can't be read.</exception>
    public static VotableField Read(VotableXml xml, int number, ISet<string> names)
    {
        var name = UniqueName(xml, number, names);
        var written = xml.Attribute("datatype") ?? throw new VotableReadException($"Column '{name}' has no datatype.");
        if (!DatatypeNames.TryParse(written.Trim(), out var datatype)) throw new VotableReadException($"Column '{name}': '{written}' is no datatype of VOTable.");
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

        return new VotableField(column, shape, nullText);
    }

    /// <summary>The FIELD's name, or else its ID, or else its number. ADQL can't tell names apart that differ in their case alone, so the second of two gets a number behind it.</summary>
    private static string UniqueName(VotableXml xml, int number, ISet<string> names)
    {
        var stem = NotEmpty(xml.Attribute("name")) ?? NotEmpty(xml.Attribute("ID")) ?? FormattableString.Invariant($"column_{number}");
        var name = stem;
        for (var next = 2; !names.Add(name); next++) name = FormattableString.Invariant($"{stem}_{next}");
        return name;
    }

    private static string? XtypeOf(VotableXml xml) => NotEmpty(xml.Attribute("xtype")) switch
    {
        { } xtype when xtype.Equals("adql:TIMESTAMP", StringComparison.OrdinalIgnoreCase) => ColumnType.Timestamp.Xtype,
        var xtype => xtype,
    };

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
