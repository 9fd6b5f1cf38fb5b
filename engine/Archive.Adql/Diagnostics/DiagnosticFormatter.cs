using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Writes diagnostics for people: what, where, the line of the query with the place underlined, and what to do.</summary>
public static class DiagnosticFormatter
{
    /// <summary>Characters of the query shown before the place, and after its start.</summary>
    private const int Before = 50, After = 70;

    public static string Format(string queryText, ImmutableArray<AdqlDiagnostic> diagnostics)
    {
        var report = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            if (report.Length > 0) report.Append('\n');
            report.Append(CultureInfo.InvariantCulture, $"{diagnostic.Code} at line {diagnostic.Span.Line}, column {diagnostic.Span.Column}: {diagnostic.Message}");
            if (diagnostic.Hint is { } hint) report.Append(' ').Append(hint);
            Underline(report, queryText, diagnostic.Span);
        }

        return report.ToString();
    }

    private static void Underline(StringBuilder report, string text, SourceSpan span)
    {
        var place = Math.Min(span.Offset, text.Length);
        var start = place == 0 ? 0 : Math.Max(text.LastIndexOf('\n', place - 1) + 1, place - Before);
        var end = text.IndexOf('\n', place);
        end = Math.Min(end < 0 ? text.Length : end, place + After);
        report.Append("\n  ");
        for (var i = start; i < end; i++) report.Append(char.IsControl(text[i]) ? ' ' : text[i]);
        report.Append("\n  ").Append(' ', place - start).Append('^', Math.Clamp(span.Length, 1, Math.Max(1, end - place)));
    }
}
