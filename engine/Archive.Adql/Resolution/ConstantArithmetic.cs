using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution;

/// <summary>Computes what is written out in full, such as 5./3600, so that a shape made of it is known before the query runs.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The value; null if it depends on a row, or isn't finite.</summary>
    public static double? Evaluate(ResolvedExpression expression)
    {
        var value = expression switch
        {
            ResolvedReal real => real.Value,
            ResolvedInteger integer => integer.Value,
            ResolvedNegation negation => -Evaluate(negation.Operand),
            ResolvedCast { Target.IsNumeric: true } cast when cast.Operand is ResolvedInteger integer => integer.Value,
            ResolvedArithmetic arithmetic => Evaluate(arithmetic),
            _ => null,
        };
        return value is { } number && double.IsFinite(number) ? value : null;
    }

    private static double? Evaluate(ResolvedArithmetic arithmetic)
    {
        if (Evaluate(arithmetic.Left) is not { } left || Evaluate(arithmetic.Right) is not { } right) return null;
        return arithmetic.Operator switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            _ => null,
        };
    }
}
