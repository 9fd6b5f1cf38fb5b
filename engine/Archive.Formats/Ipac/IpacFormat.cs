namespace Archive.Formats.Ipac;

/// <summary>The IPAC ASCII table of NASA's archives at Caltech (https://irsa.ipac.caltech.edu/applications/DDGEN/Doc/ipac_tbl.html).</summary>
internal static class IpacFormat
{
    public static ResultFormat Ipac { get; } = new()
    {
        Name = "ipac",
        Aliases = ["tbl"],
        MediaTypes = [new MediaType("text/plain")],
        FileExtension = ".tbl",
        Description = "IPAC ASCII table: columns of fixed width with names, types, units and null markers",
        CreateWriter = output => new IpacWriter(output),
    };
}
