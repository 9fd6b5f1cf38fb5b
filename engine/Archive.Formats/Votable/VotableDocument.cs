using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>Everything of a VOTable but its rows (VOTable 1.4 and 1.5; the RESOURCE as DALI 1.1, section 4.4 asks).</summary>
internal static class VotableDocument
{
    private const string CoosysId = "coosys_icrs";
    private const string TimesysId = "timesys_utc";
    private const string FailedMessage = "The query failed.";

    /// <summary>The document's begin up to its RESOURCE, with the elements that need to be there for every answer.</summary>
    public static XmlBuffer AppendStart(this XmlBuffer document, VotableVersion version) => document
        .Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE"u8).Attribute("version"u8, version.Number).Markup("""
         xmlns="http://www.ivoa.net/xml/VOTable/v1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.ivoa.net/xml/VOTable/v1.3 http://www.ivoa.net/xml/VOTable/v1.3">
        <RESOURCE type="results">

        """u8);

    public static XmlBuffer AppendEnd(this XmlBuffer document) => document.Markup("</RESOURCE>\n</VOTABLE>\n"u8);

    /// <summary>IDs of the result's FIELDs, in order.</summary>
    public static ImmutableArray<string> FieldIdsOf(ResultDescription description) => FieldIds.Of(description.Columns, CoosysId, TimesysId);

    /// <summary>An INFO that says why a query failed. Clients find the text by searching for exactly these attributes.</summary>
    public static XmlBuffer AppendError(this XmlBuffer document, string message) =>
        document.Markup("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">"u8).Text(message).Markup("</INFO>\n"u8);

    /// <summary>Everything before the first row. The status says OK where nothing else is known yet.</summary>
    public static XmlBuffer AppendHeader(this XmlBuffer document, ResultDescription description, Serialization serialization, VotableVersion version) =>
        document.AppendStart(version).AppendInfo("QUERY_STATUS", description.IsOverflow ? "OVERFLOW" : "OK").AppendTable(description, serialization, version).Markup("<DATA>\n"u8);

    /// <summary>A whole document without rows that describes a result whose end is known: what a Parquet file carries.</summary>
    public static XmlBuffer AppendDescription(this XmlBuffer document, ResultDescription description, ResultEnding ending)
    {
        document.AppendStart(VotableVersion.V14);
        if (ending.Status == ResultStatus.Error) document.AppendError(ending.Message ?? FailedMessage);
        else document.AppendInfo("QUERY_STATUS", ending.Status.Word());
        return document.AppendTable(description, Serialization.None, VotableVersion.V14).Markup("</TABLE>\n"u8).AppendEnd();
    }

    /// <summary>Everything after the last row. Where the status before the table turned out wrong, one after it is right.</summary>
    public static XmlBuffer AppendTrailer(this XmlBuffer document, ResultEnding ending, ResultDescription description)
    {
        document.Markup("</DATA>\n</TABLE>\n"u8);
        if (ending.Status == ResultStatus.Overflow && !description.IsOverflow) document.AppendInfo("QUERY_STATUS", "OVERFLOW");
        if (ending.Status == ResultStatus.Error) document.AppendError(ending.Message ?? FailedMessage);
        return document.Markup("</RESOURCE>\n"u8).AppendLinksService(description).Markup("</VOTABLE>\n"u8);
    }

    /// <summary>From the query's echo to the last FIELD.</summary>
    private static XmlBuffer AppendTable(this XmlBuffer document, ResultDescription description, Serialization serialization, VotableVersion version)
    {
        if (description.Query is { } query) document.AppendInfo("QUERY", query);
        foreach (var info in description.Infos) document.AppendInfo(info.Name, info.Value);
        if (description.Columns.Any(IsEquatorial))
        {
            // The axes of ICRS begin at the barycentre of the solar system.
            document.Markup("<COOSYS"u8).Attribute("ID"u8, CoosysId).Markup(" system=\"ICRS\""u8)
                .Attribute("refposition"u8, version.HasOrigin ? "BARYCENTER" : null).Markup("/>\n"u8);
        }

        if (description.Columns.Any(IsInstant))
            document.Markup("<TIMESYS"u8).Attribute("ID"u8, TimesysId).Markup(" timescale=\"UTC\" refposition=\"TOPOCENTER\"/>\n"u8);
        document.Markup("<TABLE>\n"u8);
        foreach (var (column, id) in description.Columns.Zip(FieldIdsOf(description))) document.AppendField(column, id, serialization);
        return document;
    }

    private static XmlBuffer AppendInfo(this XmlBuffer document, string name, string value) =>
        document.Markup("<INFO"u8).Attribute("name"u8, name).Attribute("value"u8, value).Markup("/>\n"u8);

    private static void AppendField(this XmlBuffer document, Column column, string id, Serialization serialization)
    {
        document.Markup("<FIELD"u8)
            .Attribute("ID"u8, id)
            .Attribute("name"u8, column.Name)
            .Attribute("ucd"u8, column.Ucd)
            .Attribute("ref"u8, IsEquatorial(column) ? CoosysId : IsInstant(column) ? TimesysId : null)
            .Attribute("utype"u8, column.Utype)
            .Attribute("datatype"u8, column.Type.Datatype.VotableName())
            .Attribute("arraysize"u8, FieldArraysize.Of(column.Type, serialization))
            .Attribute("unit"u8, column.Unit)
            .Attribute("xtype"u8, column.Type.Xtype);
        var nullMarker = serialization == Serialization.Binary ? NullMarker.Of(column.Type) : null;
        if (column.Description is null && nullMarker is null)
        {
            document.Markup("/>\n"u8);
            return;
        }

        document.Markup(">"u8);
        if (column.Description is { } text) document.Markup("<DESCRIPTION>"u8).Text(text).Markup("</DESCRIPTION>"u8);
        if (nullMarker is not null) document.Markup("<VALUES"u8).Attribute("null"u8, nullMarker).Markup("/>"u8);
        document.Markup("</FIELD>\n"u8);
    }

    /// <summary>Geometries are in ICRS, as positions are, whatever their UCD says.</summary>
    private static bool IsEquatorial(Column column) => column.Type.IsGeometry || column.Ucd is { } ucd && ucd.Split(';').Any(word => word.StartsWith("pos.eq", StringComparison.Ordinal));

    private static bool IsInstant(Column column) => column.Type.Xtype == "timestamp";
}
