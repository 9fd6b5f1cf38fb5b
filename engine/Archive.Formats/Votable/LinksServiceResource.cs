namespace Archive.Formats.Votable;

/// <summary>Tells clients of a result how to ask for what belongs to its rows: a service descriptor (DataLink 1.1, section 4.1), a RESOURCE behind the result's own.</summary>
internal static class LinksServiceResource
{
    /// <summary>Appends the RESOURCE; nothing where the result has no such service.</summary>
    public static XmlBuffer AppendLinksService(this XmlBuffer document, ResultDescription description)
    {
        if (description.Links is not { } service) return document;
        document.Markup("""
            <RESOURCE type="meta" utype="adhoc:service" name="links">
            <DESCRIPTION>What belongs to each row: its file, where it is here, and all that its header said.</DESCRIPTION>
            <PARAM name="standardID" datatype="char" arraysize="*" value="ivo://ivoa.net/std/DataLink#links-1.1"/>

            """u8);
        document.Markup("<PARAM name=\"accessURL\" datatype=\"char\" arraysize=\"*\""u8).Attribute("value"u8, service.AccessUrl).Markup("/>\n"u8)
            .Markup("<GROUP name=\"inputParams\">\n<PARAM name=\"ID\" datatype=\"char\" arraysize=\"*\" value=\"\""u8).Attribute("ref"u8, VotableDocument.FieldIdsOf(description)[service.Column]).Markup("/>\n"u8);
        if (service.TableName is { } table) document.Markup("<PARAM name=\"TABLE\" datatype=\"char\" arraysize=\"*\""u8).Attribute("value"u8, table).Markup("/>\n"u8);
        return document.Markup("</GROUP>\n</RESOURCE>\n"u8);
    }
}
