namespace Archive.Ingest.Fits;

/// <summary>One deviation found while a header was read, and where.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="CardNumber">The card, counted from 1; 0 where the deviation is not of one card.</param>
/// <param name="Keyword">The card's keyword; empty where there is none.</param>
/// <param name="Message">What is wrong and what was made of it, for people.</param>
public sealed record HeaderIssue(IssueCode Code, int CardNumber, string Keyword, string Message);
