using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution.Tree;

/// <summary>What is true, false or unknown of a row.</summary>
public abstract record ResolvedCondition;

public sealed record ResolvedOr(NodeList<ResolvedCondition> Operands) : ResolvedCondition;

public sealed record ResolvedAnd(NodeList<ResolvedCondition> Operands) : ResolvedCondition;

public sealed record ResolvedNot(ResolvedCondition Operand) : ResolvedCondition;

public sealed record ResolvedComparison(ComparisonOperator Operator, ResolvedExpression Left, ResolvedExpression Right) : ResolvedCondition;

public sealed record ResolvedBetween(ResolvedExpression Value, bool IsNegated, ResolvedExpression Low, ResolvedExpression High) : ResolvedCondition;

public sealed record ResolvedInList(ResolvedExpression Value, bool IsNegated, NodeList<ResolvedExpression> List) : ResolvedCondition;

public sealed record ResolvedInSubquery(ResolvedExpression Value, bool IsNegated, ResolvedSelect Subquery) : ResolvedCondition;

public sealed record ResolvedLike(ResolvedExpression Value, bool IsNegated, bool IgnoresCase, ResolvedExpression Pattern) : ResolvedCondition;

public sealed record ResolvedIsNull(ResolvedExpression Value, bool IsNegated) : ResolvedCondition;

public sealed record ResolvedExists(ResolvedSelect Subquery) : ResolvedCondition;

/// <summary>CONTAINS(...) compared with 1, or with 0 where it is negated. Unknown where a coordinate is null.</summary>
public sealed record ResolvedInside(ResolvedContains Contains, bool IsNegated) : ResolvedCondition;
