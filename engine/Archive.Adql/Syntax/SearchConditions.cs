using Archive.Adql.Text;

namespace Archive.Adql.Syntax;

/// <summary>search_condition: what is true, false or unknown of a row.</summary>
public abstract record SearchCondition(SourceSpan Span) : SyntaxNode(Span);

/// <summary>Operands joined by OR, two or more.</summary>
public sealed record OrCondition(NodeList<SearchCondition> Operands, SourceSpan Span) : SearchCondition(Span);

/// <summary>boolean_term: operands joined by AND, two or more.</summary>
public sealed record AndCondition(NodeList<SearchCondition> Operands, SourceSpan Span) : SearchCondition(Span);

/// <summary>boolean_factor with NOT.</summary>
public sealed record NotCondition(SearchCondition Operand, SourceSpan Span) : SearchCondition(Span);

/// <summary>comp_op</summary>
public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

public sealed record ComparisonPredicate(ComparisonOperator Operator, ValueExpression Left, ValueExpression Right, SourceSpan Span) : SearchCondition(Span);

public sealed record BetweenPredicate(ValueExpression Value, bool IsNegated, ValueExpression Low, ValueExpression High, SourceSpan Span) : SearchCondition(Span);

/// <summary>in_predicate with a list of values.</summary>
public sealed record InListPredicate(ValueExpression Value, bool IsNegated, NodeList<ValueExpression> List, SourceSpan Span) : SearchCondition(Span);

/// <summary>in_predicate with a subquery.</summary>
public sealed record InSubqueryPredicate(ValueExpression Value, bool IsNegated, SelectExpression Subquery, SourceSpan Span) : SearchCondition(Span);

public sealed record LikePredicate(ValueExpression Value, bool IsNegated, bool IgnoresCase, ValueExpression Pattern, SourceSpan Span) : SearchCondition(Span);

public sealed record NullPredicate(ValueExpression Value, bool IsNegated, SourceSpan Span) : SearchCondition(Span);

public sealed record ExistsPredicate(SelectExpression Subquery, SourceSpan Span) : SearchCondition(Span);
