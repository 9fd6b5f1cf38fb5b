namespace Archive.Ingest.Checking;

/// <summary>Something in an archive's folder that isn't as its manifest promises.</summary>
/// <param name="Path">The file concerned.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="IsDamage">True where rows are lost or wrong; false for a leftover that harms nothing.</param>
public sealed record CheckFinding(string Path, string Message, bool IsDamage);

/// <summary>What a check looked at.</summary>
public sealed record CheckReport(int Tables, int Files, long Rows, IReadOnlyList<CheckFinding> Findings)
{
    public bool IsWhole => !Findings.Any(finding => finding.IsDamage);
}
