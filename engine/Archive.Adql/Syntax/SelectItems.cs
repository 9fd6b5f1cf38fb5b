using Archive.Adql.Text;

namespace Archive.Adql.Syntax;

/// <summary>select_sublist: one entry of the select list.</summary>
public abstract record SelectItem(SourceSpan Span) : SyntaxNode(Span);

/// <summary><c>*</c>: all columns of all tables.</summary>
public sealed record AllColumns(SourceSpan Span) : SelectItem(Span);

/// <summary><c>t.*</c>: all columns of one table.</summary>
public sealed record AllColumnsOf(TableName Qualifier, SourceSpan Span) : SelectItem(Span);

/// <summary>derived_column: an expression and perhaps its name.</summary>
public sealed record DerivedColumn(ValueExpression Expression, Identifier? Alias, SourceSpan Span) : SelectItem(Span);
