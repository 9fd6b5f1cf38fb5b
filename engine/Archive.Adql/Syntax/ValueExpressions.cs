using Archive.Adql.Text;

namespace Archive.Adql.Syntax;

/// <summary>value_expression: what has a value in a row.</summary>
public abstract record ValueExpression(SourceSpan Span) : SyntaxNode(Span);

public sealed record NullLiteral(SourceSpan Span) : ValueExpression(Span);

/// <summary>unsigned_numeric_literal as written; an integer where it is digits alone.</summary>
public sealed record NumericLiteral(string Text, bool IsInteger, SourceSpan Span) : ValueExpression(Span);

/// <summary>character_string_literal, without its quotes.</summary>
public sealed record StringLiteral(string Value, SourceSpan Span) : ValueExpression(Span);

/// <summary>column_reference; the qualifier is a correlation name or a table name.</summary>
public sealed record ColumnReference(TableName? Qualifier, Identifier Name, SourceSpan Span) : ValueExpression(Span);

public enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Concatenate,
}

public sealed record BinaryExpression(BinaryOperator Operator, ValueExpression Left, ValueExpression Right, SourceSpan Span) : ValueExpression(Span);

/// <summary>factor with a sign.</summary>
public sealed record SignedExpression(bool IsNegative, ValueExpression Operand, SourceSpan Span) : ValueExpression(Span);

/// <summary>Any function that isn't written in a form of its own: arithmetic, text, user defined, and CONTAINS, DISTANCE and their like. A reserved
/// name is in upper case.</summary>
public sealed record FunctionCall(Identifier Name, NodeList<ValueExpression> Arguments, SourceSpan Span) : ValueExpression(Span);

/// <summary>set_function_type</summary>
public enum SetFunctionType
{
    Count,
    Sum,
    Avg,
    Min,
    Max,
}

/// <summary>set_function_specification; without an argument it is COUNT(*).</summary>
public sealed record SetFunction(SetFunctionType Type, SetQuantifier? Quantifier, ValueExpression? Argument, SourceSpan Span) : ValueExpression(Span);

/// <summary>The shapes that geometry_value_function makes.</summary>
public enum GeometryKind
{
    Point,
    Circle,
    Box,
    Polygon,
}

/// <summary>point, circle, box, polygon; the coordinate system is null where it isn't said.</summary>
public sealed record GeometryValueFunction(GeometryKind Kind, StringLiteral? CoordinateSystem, NodeList<ValueExpression> Arguments, SourceSpan Span) : ValueExpression(Span);

/// <summary>cast_specification</summary>
public sealed record CastSpecification(ValueExpression Operand, CastTarget Target, SourceSpan Span) : ValueExpression(Span);

public enum CastType
{
    SmallInt,
    Integer,
    BigInt,
    Real,
    DoublePrecision,
    Char,
    Varchar,
    Timestamp,
    Point,
    Circle,
    Polygon,
}

/// <summary>cast_target; the length is for CHAR and VARCHAR only and null where it isn't said.</summary>
public sealed record CastTarget(CastType Type, int? Length, SourceSpan Span) : SyntaxNode(Span);
