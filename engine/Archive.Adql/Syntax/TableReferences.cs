using Archive.Adql.Text;

namespace Archive.Adql.Syntax;

/// <summary>table_reference: one entry of FROM.</summary>
public abstract record TableReference(SourceSpan Span) : SyntaxNode(Span);

public sealed record NamedTable(TableName Name, Identifier? CorrelationName, SourceSpan Span) : TableReference(Span);

/// <summary>derived_table: a query in FROM; its name is not optional.</summary>
public sealed record DerivedTable(SelectExpression Select, Identifier CorrelationName, SourceSpan Span) : TableReference(Span);

public enum JoinType
{
    Inner,
    Left,
    Right,
    Full,
}

/// <summary>joined_table. Without a specification the join is natural.</summary>
public sealed record JoinedTable(JoinType Type, TableReference Left, TableReference Right, JoinSpecification? Specification, SourceSpan Span) : TableReference(Span);

/// <summary>join_specification</summary>
public abstract record JoinSpecification(SourceSpan Span) : SyntaxNode(Span);

/// <summary>join_condition: ON.</summary>
public sealed record JoinCondition(SearchCondition Condition, SourceSpan Span) : JoinSpecification(Span);

/// <summary>named_columns_join: USING.</summary>
public sealed record NamedColumnsJoin(NodeList<Identifier> Columns, SourceSpan Span) : JoinSpecification(Span);
