using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution.Tree;

/// <summary>What is true, false or unknown of a row.</summary>
public abstract record ResolvedCondition
{
    /// <summary>The conditions that this one is made of; those of subqueries are not among them.</summary>
    public virtual IEnumerable<ResolvedCondition> Conditions => [];

    /// <summary>The values that this one compares itself, without those of <see cref="Conditions"/>.</summary>
    public virtual IEnumerable<ResolvedExpression> Values => [];
}

public sealed record ResolvedOr(NodeList<ResolvedCondition> Operands) : ResolvedCondition
{
    public override IEnumerable<ResolvedCondition> Conditions => Operands;
}

public sealed record ResolvedAnd(NodeList<ResolvedCondition> Operands) : ResolvedCondition
{
    public override IEnumerable<ResolvedCondition> Conditions => Operands;
}

public sealed record ResolvedNot(ResolvedCondition Operand) : ResolvedCondition
{
    public override IEnumerable<ResolvedCondition> Conditions => [Operand];
}

public sealed record ResolvedComparison(ComparisonOperator Operator, ResolvedExpression Left, ResolvedExpression Right) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Left, Right];
}

public sealed record ResolvedBetween(ResolvedExpression Value, bool IsNegated, ResolvedExpression Low, ResolvedExpression High) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Value, Low, High];
}

public sealed record ResolvedInList(ResolvedExpression Value, bool IsNegated, NodeList<ResolvedExpression> List) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Value, .. List];
}

public sealed record ResolvedInSubquery(ResolvedExpression Value, bool IsNegated, ResolvedSelect Subquery) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Value];
}

public sealed record ResolvedLike(ResolvedExpression Value, bool IsNegated, bool IgnoresCase, ResolvedExpression Pattern) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Value, Pattern];
}

public sealed record ResolvedIsNull(ResolvedExpression Value, bool IsNegated) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Value];
}

public sealed record ResolvedExists(ResolvedSelect Subquery) : ResolvedCondition;

/// <summary>CONTAINS(...) compared with 1, or with 0 where it is negated. Unknown where a coordinate is null.</summary>
public sealed record ResolvedInside(ResolvedContains Contains, bool IsNegated) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Contains];
}

/// <summary>A relation of two geometries compared with 1, or with 0 where it is negated. Unknown where a geometry is null.</summary>
public sealed record ResolvedRelated(ResolvedShapeRelation Relation, bool IsNegated) : ResolvedCondition
{
    public override IEnumerable<ResolvedExpression> Values => [Relation];
}
