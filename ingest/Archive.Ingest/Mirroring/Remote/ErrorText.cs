using System.Net;
using System.Text.RegularExpressions;

namespace Archive.Ingest.Mirroring.Remote;

/// <summary>
/// Finds out whether an answer is an error, and what it says. The status tells of a TAP 1.1 service; nexsciTAP and others of its time say errors with 200, in a VOTable
/// that needn't be well-formed, since the text in it isn't escaped, or as <c>{"status":"error","msg":"..."}</c>. So the first characters are looked at as text.
/// </summary>
internal static partial class ErrorText
{
    private const int LongestMessage = 600;

    /// <summary>The message of the error that a document which begins so tells; null where it tells none.</summary>
    public static string? Find(string head)
    {
        if (JsonError().Match(head) is { Success: true } json) return Shortened(json.Groups["text"].Value);
        var table = head.IndexOf("<TABLE", StringComparison.Ordinal);
        return VotableError().Match(table < 0 ? head : head[..table]) is { Success: true } info ? Shortened(info.Groups["text"].Value) : null;
    }

    /// <summary>What an answer says that isn't the result that it should be: the error's message, or else its words.</summary>
    public static string Of(string head) =>
        Find(head) ?? (JobError().Match(head) is { Success: true } job ? Shortened(job.Groups["text"].Value) : Shortened(head));

    /// <summary>Text without elements, and no longer than one reads.</summary>
    private static string Shortened(string text)
    {
        var plain = Blanks().Replace(WebUtility.HtmlDecode(Element().Replace(text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal), " ")), " ").Trim();
        return plain.Length <= LongestMessage ? plain : plain[..LongestMessage] + "...";
    }

    [GeneratedRegex("""^\s*\{\s*"status"\s*:\s*"error"\s*,\s*"(msg|message)"\s*:\s*"(?<text>.*?)"\s*\}?\s*$""", RegexOptions.Singleline, 1000)]
    private static partial Regex JsonError();

    [GeneratedRegex("""<(\w+:)?INFO\b(?=[^>]*\bname\s*=\s*["']QUERY_STATUS["'])(?=[^>]*\bvalue\s*=\s*["']ERROR["'])[^>]*?(/>|>(?<text>.*?)(</(\w+:)?INFO>|\z))""", RegexOptions.Singleline, 1000)]
    private static partial Regex VotableError();

    [GeneratedRegex("""<(\w+:)?errorSummary\b.*?<(\w+:)?message\b[^>]*>(?<text>.*?)</(\w+:)?message>""", RegexOptions.Singleline, 1000)]
    private static partial Regex JobError();

    [GeneratedRegex(@"</?[A-Za-z!?][^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Element();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
