using System.Collections.Immutable;

namespace Archive.Adql.Diagnostics;

/// <summary>Collects what a step finds, so that a user learns of all of it at once; stops collecting where no one would read on.</summary>
internal sealed class DiagnosticBag(string queryText)
{
    private const int MaximumCount = 50;

    private readonly List<AdqlDiagnostic> found = [];

    public bool IsEmpty => found.Count == 0;

    public void Add(AdqlDiagnostic diagnostic)
    {
        if (found.Count < MaximumCount) found.Add(diagnostic);
    }

    /// <exception cref="AdqlException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty) throw new AdqlException(queryText, [.. found.DistinctBy(diagnostic => (diagnostic.Span.Offset, diagnostic.Code, diagnostic.Message))]);
    }
}
