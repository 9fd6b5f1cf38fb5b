using Archive.Adql.Text;

namespace Archive.Adql.Syntax;

/// <summary>query_specification: a whole query.</summary>
public sealed record QuerySpecification(NodeList<WithQuery> With, SelectExpression Select, SourceSpan Span) : SyntaxNode(Span);

/// <summary>with_query: a named query in front of the main one.</summary>
public sealed record WithQuery(Identifier Name, SelectExpression Select, SourceSpan Span) : SyntaxNode(Span);

/// <summary>select_expression: a query or a combination of queries, with its order and offset.</summary>
public sealed record SelectExpression(QuerySetExpression Body, NodeList<OrderByTerm> OrderBy, OffsetClause? Offset, SourceSpan Span) : SyntaxNode(Span);

/// <summary>query_set_expression: what an order and an offset apply to.</summary>
public abstract record QuerySetExpression(SourceSpan Span) : SyntaxNode(Span);

public enum SetOperator
{
    Union,
    Except,
    Intersect,
}

/// <summary>Two queries combined by UNION, EXCEPT or INTERSECT; ALL keeps duplicates.</summary>
public sealed record SetOperation(SetOperator Operator, bool IsAll, QuerySetExpression Left, QuerySetExpression Right, SourceSpan Span) : QuerySetExpression(Span);

/// <summary>A parenthesised operand with an order or offset of its own.</summary>
public sealed record NestedSelect(SelectExpression Select, SourceSpan Span) : QuerySetExpression(Span);

/// <summary>select_query: one SELECT without the clauses that belong to the whole.</summary>
public sealed record SelectQuery(
    SetQuantifier? Quantifier,
    SetLimit? Top,
    NodeList<SelectItem> Items,
    NodeList<TableReference> From,
    SearchCondition? Where,
    NodeList<ValueExpression> GroupBy,
    SearchCondition? Having,
    SourceSpan Span) : QuerySetExpression(Span);

/// <summary>set_quantifier</summary>
public enum SetQuantifier
{
    All,
    Distinct,
}

/// <summary>set_limit: TOP n.</summary>
public sealed record SetLimit(long Count, SourceSpan Span) : SyntaxNode(Span);

/// <summary>offset_clause</summary>
public sealed record OffsetClause(long Count, SourceSpan Span) : SyntaxNode(Span);

/// <summary>order_by_term</summary>
public sealed record OrderByTerm(ValueExpression Expression, bool IsDescending, SourceSpan Span) : SyntaxNode(Span);
