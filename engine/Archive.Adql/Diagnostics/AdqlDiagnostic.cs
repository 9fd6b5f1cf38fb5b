using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>
/// One thing that is wrong with a query. The code is stable, so that clients and tests may rely on it; its hundreds say which step
/// found it: 1 the lexer, 2 the parser, 3 names, 4 types and clauses, 5 geometry, 6 what isn't supported, 7 units, 9 limits.
/// </summary>
/// <param name="Code">For instance <c>ADQL-301</c>.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Hint">What to write instead, as a sentence; null where we don't know.</param>
public sealed record AdqlDiagnostic(string Code, string Message, SourceSpan Span, string? Hint = null);
