namespace Archive.Ingest.Fits;

/// <summary>Collects issues up to a limit, so that a file of garbage can't make a list as long as itself.</summary>
internal sealed class IssueList
{
    private const int MostIssues = 500;
    private readonly List<HeaderIssue> _issues = [];

    public IReadOnlyList<HeaderIssue> Issues => _issues.Count == 0 ? [] : _issues;

    /// <summary>True when nothing more will be listed; saves writing messages that nobody gets.</summary>
    public bool IsFull => _issues.Count > MostIssues;

    public void Add(IssueCode code, int cardNumber, string keyword, string message)
    {
        if (_issues.Count < MostIssues)
        {
            _issues.Add(new HeaderIssue(code, cardNumber, keyword, message));
        }
        else if (_issues.Count == MostIssues)
        {
            _issues.Add(new HeaderIssue(IssueCode.MoreIssues, cardNumber, keyword, $"More than {MostIssues} deviations; the rest are not listed."));
        }
    }

    public void AddRange(IEnumerable<HeaderIssue> issues)
    {
        foreach (HeaderIssue issue in issues)
        {
            Add(issue.Code, issue.CardNumber, issue.Keyword, issue.Message);
        }
    }
}
