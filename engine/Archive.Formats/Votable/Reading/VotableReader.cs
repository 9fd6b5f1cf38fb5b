using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Archive.Formats.Fits.Reading;
using Archive.Formats.Reading;

namespace Archive.Formats.Votable.Reading;

/// <summary>
/// Reads the first TABLE of a VOTable, of version 1.1 to 1.5, in TABLEDATA, BINARY, BINARY2 or FITS. Nulls are: an empty TD, what VALUES declares, NaN as a single
/// number, an empty array or text in BINARY and FITS, and what BINARY2 flags.
/// </summary>
public sealed class VotableReader : TableReader
{
    private readonly VotableXml xml;
    private ImmutableArray<TableField> fields = [];
    private string? description;
    private string? utype;
    private string? status;
    private FitsTableReader? fits;

    private VotableReader(VotableXml xml, TableReadLimits limits)
        : base(limits) => this.xml = xml;

    public override string? Description => description;

    public override string? Utype => utype;

    internal override ImmutableArray<TableField> Fields => fields;

    /// <summary>
    /// What the service says of the result (DALI 1.1, section 4.4): the last QUERY_STATUS before or behind the table, <c>OK</c>, <c>OVERFLOW</c> or <c>ERROR</c>; null where there is none.
    /// To be asked when the rows are read: reads the rest of the document.
    /// </summary>
    /// <exception cref="TableReadException">The rest isn't well-formed.</exception>
    public string? ReadStatus()
    {
        try
        {
            while (xml.Read()) NoteStatus();
            return status;
        }
        catch (XmlException error)
        {
            throw NotXml(error);
        }
    }

    /// <summary>Reads as far as the rows.</summary>
    /// <param name="stream">The document, which remains the caller's.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="TableReadException">It isn't a VOTable with a table.</exception>
    public static new VotableReader Open(Stream stream, TableReadLimits limits)
    {
        VotableReader? reader = null;
        try
        {
            reader = new VotableReader(new VotableXml(stream, limits.MaximumDepth), limits);
            reader.ReadDefinition();
            return reader;
        }
        catch (XmlException error)
        {
            reader?.Dispose();
            throw NotXml(error);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    internal override void ReadRows(RowSink sink)
    {
        try
        {
            if (xml.Is("TABLEDATA")) TabledataRows.Read(xml, sink);
            else if (xml.Is("BINARY")) BinaryRows.Read(xml, sink, hasNullFlags: false);
            else if (xml.Is("BINARY2")) BinaryRows.Read(xml, sink, hasNullFlags: true);
            else fits?.ReadRows(sink);
        }
        catch (XmlException error)
        {
            throw NotXml(error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            fits?.Dispose();
            xml.Dispose();
        }

        base.Dispose(disposing);
    }

    private static TableReadException NotXml(XmlException error) => new($"The VOTable isn't well-formed XML: {error.Message}", error);

    private void ReadDefinition()
    {
        while (xml.Read() && !xml.IsElement)
        {
        }

        if (!xml.Is("VOTABLE")) throw new TableReadException($"The document is no VOTable: its outermost element is {xml.Name}.");
        while (!xml.Is("TABLE"))
        {
            if (!xml.Read()) throw new TableReadException("The VOTable has no TABLE.");
            NoteStatus();
        }

        if (xml.Attribute("ref") is not null) throw new TableReadException("The VOTable's first TABLE takes its FIELDs from another by 'ref', which isn't read. Write the FIELDs into it.");
        utype = xml.Attribute("utype");
        var hasData = ReadFields();
        if (fields.IsEmpty) throw new TableReadException("The VOTable's first TABLE has no FIELD.");
        if (hasData) FindRows();
    }

    private void NoteStatus()
    {
        if (xml.Is("INFO") && xml.Attribute("name") == "QUERY_STATUS") status = xml.Attribute("value");
    }

    /// <summary>Reads the TABLE up to its DATA; false where it has none.</summary>
    private bool ReadFields()
    {
        if (xml.Reader.IsEmptyElement) return false;
        var found = ImmutableArray.CreateBuilder<TableField>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var hasData = false;
        for (var depth = xml.Reader.Depth; !hasData && xml.ToChild(depth);)
        {
            switch (xml.Name)
            {
                case "FIELD":
                    if (found.Count == Limits.MaximumColumns) throw new TableReadException(string.Create(CultureInfo.InvariantCulture, $"The table has more than {Limits.MaximumColumns} columns, which is the most that are read."));
                    found.Add(FieldElement.Read(xml, found.Count + 1, names));
                    break;
                case "DESCRIPTION":
                    description = xml.Text().Trim() is { Length: > 0 } text ? text : null;
                    break;
                case "DATA":
                    hasData = true;
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        fields = found.ToImmutable();
        return hasData;
    }

    /// <summary>Goes to the element of DATA that holds the rows, if one does. What FITS holds is known when its header is read.</summary>
    private void FindRows()
    {
        if (xml.Reader.IsEmptyElement) return;
        for (var depth = xml.Reader.Depth; xml.ToChild(depth); xml.Skip())
        {
            if (xml.Name is not ("TABLEDATA" or "BINARY" or "BINARY2" or "FITS")) continue;
            if (xml.Is("FITS") && (fits = FitsRows.Open(xml, Limits)) is not null) fields = FitsRows.Describe(fields, fits.Fields);
            return;
        }
    }
}
