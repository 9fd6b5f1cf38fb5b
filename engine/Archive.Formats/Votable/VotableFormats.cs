using Archive.Formats.Streams;

namespace Archive.Formats.Votable;

/// <summary>
/// VOTable in its three serializations. 1.4 unless a client asks otherwise, since validators in use don't know 1.5 yet, and 1.3 has no TIMESYS.
/// </summary>
internal static class VotableFormats
{
    private const string Essence = "application/x-votable+xml";

    public static ResultFormat Tabledata { get; } = Votable("VOTable with its rows as XML elements (TABLEDATA)") with
    {
        Name = "votable",
        Aliases = ["votable/td", "votable_plain"],
        MediaTypes = [new MediaType(Essence, ("serialization", "TABLEDATA")), new MediaType("text/xml"), new MediaType("application/xml")],
        CreateWriter = output => new TabledataWriter(output, VotableVersion.V14),
    };

    public static ResultFormat Binary2 { get; } = Votable("VOTable with its rows as bytes in base64 and flags for nulls (BINARY2)") with
    {
        Name = "votable/b2",
        Aliases = ["votable/binary2"],
        MediaTypes = [new MediaType(Essence, ("serialization", "BINARY2"))],
        CreateWriter = output => new BinaryWriter(output, Serialization.Binary2, VotableVersion.V14),
    };

    public static ResultFormat Binary { get; } = Votable("VOTable with its rows as bytes in base64 (BINARY)") with
    {
        Name = "votable/b",
        Aliases = ["votable/binary"],
        MediaTypes = [new MediaType(Essence, ("serialization", "BINARY"))],
        CreateWriter = output => new BinaryWriter(output, Serialization.Binary, VotableVersion.V14),
    };

    public static ResultFormat Tabledata15 { get; } = Votable("VOTable 1.5 with its rows as XML elements (TABLEDATA)") with
    {
        Name = "votable/1.5",
        Aliases = ["votable/td/1.5"],
        MediaTypes = [new MediaType(Essence, ("serialization", "TABLEDATA"), ("version", "1.5"))],
        CreateWriter = output => new TabledataWriter(output, VotableVersion.V15),
    };

    public static ResultFormat Binary2In15 { get; } = Votable("VOTable 1.5 with its rows as bytes in base64 and flags for nulls (BINARY2)") with
    {
        Name = "votable/b2/1.5",
        MediaTypes = [new MediaType(Essence, ("serialization", "BINARY2"), ("version", "1.5"))],
        CreateWriter = output => new BinaryWriter(output, Serialization.Binary2, VotableVersion.V15),
    };

    /// <summary>For clients that unpack the body themselves, as astroquery does; where HTTP shall do so, there is Accept-Encoding.</summary>
    public static ResultFormat Gzip { get; } = Votable("VOTable with its rows as XML elements (TABLEDATA), as a gzip file") with
    {
        Name = "votable_gzip",
        MediaTypes = [new MediaType("application/gzip", ("content", "votable"))],
        FileExtension = ".xml.gz",
        CreateWriter = output => new GzipWriter(output, inner => new TabledataWriter(inner, VotableVersion.V14)),
    };

    private static ResultFormat Votable(string description) => new()
    {
        Name = "",
        MediaTypes = [],
        FileExtension = ".xml",
        Description = description,
        TellsStatus = true,
        CreateWriter = output => new TabledataWriter(output, VotableVersion.V14),
    };
}
