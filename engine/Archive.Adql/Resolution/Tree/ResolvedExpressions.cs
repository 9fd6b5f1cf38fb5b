using Archive.Adql.Resolution.Functions;
using Archive.Adql.Syntax;
using Archive.Adql.Text;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>What has a value in a row. The type is null for the literal NULL only, which fits anywhere.</summary>
public abstract record ResolvedExpression(ColumnType? Type)
{
    /// <summary>The values that this one is computed from; those of subqueries are not among them.</summary>
    public virtual IEnumerable<ResolvedExpression> Operands => [];
}

public sealed record ResolvedNull() : ResolvedExpression((ColumnType?)null)
{
    public static ResolvedNull Instance { get; } = new();
}

/// <summary>A whole number written out: int where it fits, else long.</summary>
public sealed record ResolvedInteger(long Value) : ResolvedExpression(Value is >= int.MinValue and <= int.MaxValue ? ColumnType.Int : ColumnType.Long);

/// <summary>A finite number written out.</summary>
public sealed record ResolvedReal(double Value) : ResolvedExpression(ColumnType.Double);

public sealed record ResolvedText(string Value) : ResolvedExpression(ColumnType.Text);

/// <summary>A time known when the query is compiled, UTC; a timestamp or, at midnight, a date.</summary>
public sealed record ResolvedInstant(DateTime Value, ColumnType InstantType) : ResolvedExpression(InstantType);

/// <summary>A column of a source.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Column">What it means.</param>
/// <param name="Ordinal">Its place in a subquery's select list, from 0; -1 in a table of the catalogue, whose columns differ in name.</param>
/// <param name="Span">Where the query names it; for a column that a * stands for, the place of the *.</param>
public sealed record ResolvedColumn(TableSource Source, Column Column, int Ordinal, SourceSpan Span) : ResolvedExpression(Column.Type);

/// <summary>Sum, difference, product (long of integers, else double) or quotient (always double).</summary>
public sealed record ResolvedArithmetic(BinaryOperator Operator, ResolvedExpression Left, ResolvedExpression Right, ColumnType ResultType) : ResolvedExpression(ResultType)
{
    public override IEnumerable<ResolvedExpression> Operands => [Left, Right];
}

public sealed record ResolvedNegation(ResolvedExpression Operand) : ResolvedExpression(Operand.Type)
{
    public override IEnumerable<ResolvedExpression> Operands => [Operand];
}

public sealed record ResolvedConcatenation(ResolvedExpression Left, ResolvedExpression Right) : ResolvedExpression(ColumnType.Text)
{
    public override IEnumerable<ResolvedExpression> Operands => [Left, Right];
}

public sealed record ResolvedFunction(ScalarFunction Function, NodeList<ResolvedExpression> Arguments, ColumnType ResultType) : ResolvedExpression(ResultType)
{
    public override IEnumerable<ResolvedExpression> Operands => Arguments;
}

public sealed record ResolvedCast(ResolvedExpression Operand, ColumnType Target) : ResolvedExpression(Target)
{
    public override IEnumerable<ResolvedExpression> Operands => [Operand];
}

/// <summary>A value told in another unit: times the factor, divided by the divisor.</summary>
/// <param name="Operand">A double.</param>
/// <param name="Factor">Above 0.</param>
/// <param name="Divisor">Above 0.</param>
/// <param name="Unit">The unit it is then in, as the query writes it.</param>
public sealed record ResolvedInUnit(ResolvedExpression Operand, double Factor, double Divisor, string Unit) : ResolvedExpression(ColumnType.Double)
{
    public override IEnumerable<ResolvedExpression> Operands => [Operand];
}
