using Archive.DataSamples.Targets;

namespace Archive.DataSamples.Programmes;

/// <summary>An observing programme of one semester. Invented, as its people and titles say.</summary>
/// <param name="Id">For instance C307: a letter for the institution and a number.</param>
/// <param name="Institution">The institution that gave the time.</param>
/// <param name="PrincipalInvestigator">A surname that no one need have.</param>
/// <param name="Observers">As the header's OBSERVER has them.</param>
/// <param name="Science">What it is about.</param>
/// <param name="Targets">What it observes, in the order of right ascension.</param>
internal sealed record Programme(
    string Id, string Institution, string PrincipalInvestigator, string Observers, ScienceCase Science, IReadOnlyList<Target> Targets)
{
    public string Title { get; } = $"Synthetic programme: {Science.Subject}";
}
