namespace Archive.Formats.Votable;

/// <summary>The versions of VOTable that results can be had in; both have one XML namespace.</summary>
/// <param name="Number">As the root element has it.</param>
/// <param name="HasOrigin">Whether a COOSYS tells where its coordinates are seen from (VOTable 1.5, section 3.1).</param>
internal sealed record VotableVersion(string Number, bool HasOrigin)
{
    public static VotableVersion V14 { get; } = new("1.4", HasOrigin: false);

    public static VotableVersion V15 { get; } = new("1.5", HasOrigin: true);
}
