using System.Collections.Immutable;

namespace Archive.Adql.Diagnostics;

/// <summary>
/// The query is at fault, not the archive. Carries all that was found, in the order of the text; the message is the whole report as
/// <see cref="DiagnosticFormatter"/> writes it.
/// </summary>
public sealed class AdqlException : Exception
{
    private string? report;

    public AdqlException(string queryText, ImmutableArray<AdqlDiagnostic> diagnostics)
    {
        ArgumentOutOfRangeException.ThrowIfZero(diagnostics.Length, nameof(diagnostics));
        Query = queryText;
        Diagnostics = diagnostics.Sort(static (first, second) => first.Span.Offset.CompareTo(second.Span.Offset));
    }

    /// <summary>The text that the places are in.</summary>
    public string Query { get; }

    public ImmutableArray<AdqlDiagnostic> Diagnostics { get; }

    public override string Message => report ??= DiagnosticFormatter.Format(Query, Diagnostics);
}
