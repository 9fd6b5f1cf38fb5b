using Archive.Adql.Text;

namespace Archive.Adql.Syntax;

/// <summary>
/// A node of the syntax tree: what the user wrote, without meaning. Nodes are named after the productions of ADQL 2.1, appendix A. Equal
/// trees are the same query whatever its layout.
/// </summary>
public abstract record SyntaxNode(SourceSpan Span);

/// <summary>A name. A delimited one keeps its case, a regular one matches in any.</summary>
public sealed record Identifier(string Text, bool IsDelimited, SourceSpan Span) : SyntaxNode(Span)
{
    /// <summary>Does this written name mean that thing?</summary>
    public bool Matches(string name) => string.Equals(Text, name, IsDelimited ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Do the two written names mean the same? Case counts where both are delimited.</summary>
    public bool Matches(Identifier other) =>
        string.Equals(Text, other.Text, IsDelimited && other.IsDelimited ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}

/// <summary>table_name, one to three parts: catalog, schema, table.</summary>
public sealed record TableName(NodeList<Identifier> Parts, SourceSpan Span) : SyntaxNode(Span)
{
    public Identifier Last => Parts[^1];
}
