using System.Collections.Immutable;

namespace Archive.Adql.Diagnostics;

/// <summary>Collects what a step finds, so that a user learns of all of it at once; stops the step where no one would read on.</summary>
internal sealed class DiagnosticBag(string queryText)
{
    private const int MaximumCount = 50;

    private readonly List<AdqlDiagnostic> found = [];

    /// <exception cref="AdqlException">So much is wrong that the rest needn't be looked at.</exception>
    public void Add(AdqlDiagnostic diagnostic)
    {
        found.Add(diagnostic);
        if (found.Count == MaximumCount) ThrowIfAny();
    }

    /// <exception cref="AdqlException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (found.Count > 0) throw new AdqlException(queryText, [.. found.DistinctBy(diagnostic => (diagnostic.Span.Offset, diagnostic.Code, diagnostic.Message))]);
    }
}
