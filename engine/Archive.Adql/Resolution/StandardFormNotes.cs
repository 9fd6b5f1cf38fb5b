using Archive.Adql.Printing;
using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution;

/// <summary>Collects, while a query is resolved, what of it isn't standard.</summary>
internal sealed class StandardFormNotes
{
    private Dictionary<ValueExpression, ValueExpression>? replacements;
    private SortedSet<string>? serviceFunctions;

    /// <summary>A value that the standard writes in another way.</summary>
    public void Replace(ValueExpression written, ValueExpression standard) =>
        (replacements ??= new Dictionary<ValueExpression, ValueExpression>(ReferenceEqualityComparer.Instance))[written] = standard;

    /// <summary>A function that the standard has no word for.</summary>
    public void IsServiceFunction(string name) => (serviceFunctions ??= new SortedSet<string>(StringComparer.Ordinal)).Add(name.ToUpperInvariant());

    /// <summary>The standard form; null where the query is standard.</summary>
    public StandardForm? Of(QuerySpecification query, string queryText)
    {
        var hasSemicolon = queryText.AsSpan().TrimEnd().EndsWith(';');
        if (replacements is null && serviceFunctions is null && !hasSemicolon) return null;
        var text = replacements is null && !hasSemicolon ? null : AdqlPrinter.Print(query, value => replacements?.GetValueOrDefault(value) ?? value);
        return new StandardForm(text, [.. serviceFunctions ?? []]);
    }
}
