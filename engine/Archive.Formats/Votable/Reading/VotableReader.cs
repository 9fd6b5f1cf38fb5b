using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Votable.Reading;

/// <summary>
/// Reads the first TABLE of a VOTable, of version 1.1 to 1.5, in TABLEDATA, BINARY or BINARY2: at first what its columns are, then its rows, which are never all
/// in memory. Nulls are: an empty TD, what VALUES declares, NaN as a single number, an empty array or text in BINARY, and what BINARY2 flags.
/// </summary>
public sealed class VotableReader : IDisposable
{
    private readonly VotableXml xml;
    private readonly VotableReadLimits limits;
    private ImmutableArray<VotableField> fields = [];
    private bool hasData;

    private VotableReader(VotableXml xml, VotableReadLimits limits)
    {
        this.xml = xml;
        this.limits = limits;
    }

    /// <summary>The columns, no two of them of one name, even if case is ignored.</summary>
    public ImmutableArray<Column> Columns => [.. fields.Select(read => read.Column)];

    /// <summary>The TABLE's description; null where it has none.</summary>
    public string? Description { get; private set; }

    public string? Utype { get; private set; }

    /// <summary>Reads as far as the columns.</summary>
    /// <param name="stream">The document, which remains the caller's.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="VotableReadException">It isn't a VOTable with a table.</exception>
    public static VotableReader Open(Stream stream, VotableReadLimits limits)
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

    /// <summary>The table as it is to be called.</summary>
    public Table Define(string schema, string name) => new(schema, name, Columns) { Description = Description, Utype = Utype };

    /// <summary>Adds all rows to a table that has the columns; can be done once.</summary>
    /// <returns>Their number.</returns>
    /// <exception cref="VotableReadException">A cell can't be read, or there are too many rows.</exception>
    public long AppendTo(TableAppender appender, CancellationToken cancellation)
    {
        if (!hasData) return 0;
        var sink = new RowSink(fields, appender, limits, cancellation);
        try
        {
            ReadData(sink);
            return sink.Complete();
        }
        catch (XmlException error)
        {
            throw NotXml(error);
        }
        catch (InvalidDataException error)
        {
            throw new VotableReadException($"The STREAM of the VOTable can't be unpacked: {error.Message}", error);
        }
    }

    public void Dispose() => xml.Dispose();

    private static VotableReadException NotXml(XmlException error) => new($"The VOTable isn't well-formed XML: {error.Message}", error);

    private void ReadDefinition()
    {
        while (xml.Read() && !xml.IsElement)
        {
        }

        if (!xml.Is("VOTABLE")) throw new VotableReadException($"The document is no VOTable: its outermost element is {xml.Name}.");
        while (!xml.Is("TABLE"))
        {
            if (!xml.Read()) throw new VotableReadException("The VOTable has no TABLE.");
        }

        if (xml.Attribute("ref") is not null) throw new VotableReadException("The VOTable's first TABLE takes its FIELDs from another by 'ref', which isn't read. Write the FIELDs into it.");
        Utype = xml.Attribute("utype");
        ReadFields();
        if (fields.IsEmpty) throw new VotableReadException("The VOTable's first TABLE has no FIELD.");
    }

    private void ReadFields()
    {
        if (xml.Reader.IsEmptyElement) return;
        var found = ImmutableArray.CreateBuilder<VotableField>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var depth = xml.Reader.Depth; !hasData && xml.ToChild(depth);)
        {
            switch (xml.Name)
            {
                case "FIELD":
                    if (found.Count == limits.MaximumColumns) throw new VotableReadException(string.Create(CultureInfo.InvariantCulture, $"The table has more than {limits.MaximumColumns} columns, which is the most that are read."));
                    found.Add(VotableField.Read(xml, found.Count + 1, names));
                    break;
                case "DESCRIPTION":
                    Description = xml.Text().Trim() is { Length: > 0 } text ? text : null;
                    break;
                case "DATA":
                    hasData = !xml.Reader.IsEmptyElement;
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        fields = found.ToImmutable();
    }

    private void ReadData(RowSink sink)
    {
        for (var depth = xml.Reader.Depth; xml.ToChild(depth);)
        {
            switch (xml.Name)
            {
                case "TABLEDATA":
                    TabledataRows.Read(xml, sink);
                    return;
                case "BINARY" or "BINARY2":
                    BinaryRows.Read(xml, sink, hasNullFlags: xml.Name == "BINARY2");
                    return;
                case "FITS":
                    throw new VotableReadException("The VOTable holds its rows as FITS, which isn't read. Write it as TABLEDATA, BINARY or BINARY2.");
                default:
                    xml.Skip();
                    break;
            }
        }
    }
}
