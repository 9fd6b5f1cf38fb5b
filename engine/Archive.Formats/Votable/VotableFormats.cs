namespace Archive.Formats.Votable;

/// <summary>VOTable 1.4 in its three serializations. 1.4 since validators in use don't know 1.5 yet, and 1.3 has no TIMESYS.</summary>
internal static class VotableFormats
{
    private const string Essence = "application/x-votable+xml";

    public static ResultFormat Tabledata { get; } = new()
    {
        Name = "votable",
        Aliases = ["votable/td", "votable_plain"],
        MediaTypes = [new MediaType(Essence, "serialization", "TABLEDATA"), new MediaType("text/xml"), new MediaType("application/xml")],
        FileExtension = ".xml",
        Description = "VOTable with its rows as XML elements (TABLEDATA)",
        TellsStatus = true,
        CreateWriter = output => new TabledataWriter(output),
    };

    public static ResultFormat Binary2 { get; } = new()
    {
        Name = "votable/b2",
        Aliases = ["votable/binary2"],
        MediaTypes = [new MediaType(Essence, "serialization", "BINARY2")],
        FileExtension = ".xml",
        Description = "VOTable with its rows as bytes in base64 and flags for nulls (BINARY2)",
        TellsStatus = true,
        CreateWriter = output => new BinaryWriter(output, Serialization.Binary2),
    };

    public static ResultFormat Binary { get; } = new()
    {
        Name = "votable/b",
        Aliases = ["votable/binary"],
        MediaTypes = [new MediaType(Essence, "serialization", "BINARY")],
        FileExtension = ".xml",
        Description = "VOTable with its rows as bytes in base64 (BINARY)",
        TellsStatus = true,
        CreateWriter = output => new BinaryWriter(output, Serialization.Binary),
    };
}
