using Archive.Ingest.Fits;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Bookkeeping;

/// <summary>A row of <c>ingest_issues</c>, but for the file and its number.</summary>
/// <param name="Hdu">The HDU concerned, from 0, the primary; null where it is none.</param>
/// <param name="Card">The card concerned, from 1; null where it is none.</param>
/// <param name="Keyword">The card's keyword; null where there is none.</param>
/// <param name="Code">What kind it is.</param>
/// <param name="Severity">A word of <see cref="IssueSeverity"/> in lower case, or that of a refusal.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record FileIssue(int? Hdu, int? Card, string? Keyword, string Code, string Severity, string Message)
{
    private const string IsRefused = "refusal";

    /// <summary>What was odd about a file that was taken.</summary>
    public static IEnumerable<FileIssue> Of(HeaderReading reading, TranslationResult translation) =>
        OfHeader(reading).Concat(translation.Issues.Select(issue => OfColumn(reading, issue)));

    /// <summary>Why a file was refused, and what was odd about its header if it had one.</summary>
    public static IEnumerable<FileIssue> Of(HeaderReading reading, FileRefusal refusal) =>
        OfHeader(reading).Prepend(new FileIssue(null, null, null, refusal.Code, IsRefused, $"{refusal.Reason} {refusal.WhatToDo}"));

    private static IEnumerable<FileIssue> OfHeader(HeaderReading reading) =>
        (reading.Header?.Issues ?? []).Select(issue => new FileIssue(issue.CardNumber > 0 ? reading.Hdu : null, NullIfZero(issue.CardNumber), NullIfEmpty(issue.Keyword), issue.Code.ToString(), Word(IssueSeverities.Of(issue.Code)), issue.Message));

    private static FileIssue OfColumn(HeaderReading reading, TranslationIssue issue)
    {
        var card = issue.Keyword.Length > 0 && reading.Header!.TryGet(issue.Keyword, out var found) ? found.CardNumber : 0;
        return new FileIssue(reading.Hdu, NullIfZero(card), NullIfEmpty(issue.Keyword), issue.Code.ToString(), Word(TranslationIssueSeverities.Of(issue.Code)), issue.Message);
    }

    private static string Word(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Note => "note",
        IssueSeverity.Warning => "warning",
        _ => "error",
    };

    private static int? NullIfZero(int number) => number == 0 ? null : number;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
