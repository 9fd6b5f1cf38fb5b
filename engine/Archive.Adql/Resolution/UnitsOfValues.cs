using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;

namespace Archive.Adql.Resolution;

/// <summary>
/// The unit of a value, which follows from those of the columns it is made of: sums and differences of one unit keep it, products and quotients combine theirs, numbers written
/// out scale what they stand beside. Null where the value has none, or where it can't be told.
/// </summary>
internal static class UnitsOfValues
{
    public static string? UnitOf(ResolvedExpression expression) => expression switch
    {
        { Type.IsGeometry: true } => "deg",
        ResolvedColumn column => column.Column.Unit is { Length: > 0 } unit ? unit : null,
        ResolvedInUnit converted => converted.Unit,
        ResolvedNegation negation => UnitOf(negation.Operand),
        ResolvedCast { Target.IsNumeric: true } cast => UnitOf(cast.Operand),
        ResolvedArithmetic arithmetic => UnitOf(arithmetic),
        ResolvedAggregate { Function: not SetFunctionType.Count, Argument: { } argument } => UnitOf(argument),
        ResolvedDistance => "deg",
        ResolvedFunction function => UnitOf(function),
        _ => null,
    };

    private static string? UnitOf(ResolvedArithmetic arithmetic)
    {
        var (left, right) = (UnitOf(arithmetic.Left), UnitOf(arithmetic.Right));
        return arithmetic.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => left == right ? left : null,
            BinaryOperator.Multiply when right is null => IsPlainNumber(arithmetic.Right) ? left : null,
            BinaryOperator.Multiply when left is null => IsPlainNumber(arithmetic.Left) ? right : null,
            BinaryOperator.Multiply => $"{Factor(left)}.{Factor(right)}",
            BinaryOperator.Divide when right is null => IsPlainNumber(arithmetic.Right) ? left : null,
            BinaryOperator.Divide when left == right => null,
            BinaryOperator.Divide when left is null => IsPlainNumber(arithmetic.Left) ? $"{Factor(right)}**-1" : null,
            BinaryOperator.Divide => $"{Factor(left)}/{Factor(right)}",
            _ => null,
        };
    }

    private static string? UnitOf(ResolvedFunction function) => function.Function.Name switch
    {
        "ABS" or "CEILING" or "FLOOR" or "ROUND" or "TRUNCATE" => UnitOf(function.Arguments[0]),
        "MOD" or "COALESCE" or "NVL" => Common(function.Arguments),
        "AREA" => "deg**2",
        "SQRT" => UnitOf(function.Arguments[0]) is { } unit ? $"sqrt({unit})" : null,
        "ACOS" or "ASIN" or "ATAN" or "ATAN2" => "rad",
        "RADIANS" => UnitOf(function.Arguments[0]) == "deg" ? "rad" : null,
        "DEGREES" => UnitOf(function.Arguments[0]) == "rad" ? "deg" : null,
        _ => null,
    };

    private static string? Common(NodeList<ResolvedExpression> values)
    {
        var unit = UnitOf(values[0]);
        // Each value once: nested calls would else be looked at 2^n times.
        for (var i = 1; i < values.Count && unit is not null; i++)
        {
            if (UnitOf(values[i]) != unit) unit = null;
        }

        return unit;
    }

    private static bool IsPlainNumber(ResolvedExpression value) => ConstantArithmetic.Evaluate(value) is not null;

    /// <summary>In brackets where a product or quotient would otherwise take part of it.</summary>
    private static string Factor(string unit) => unit.All(char.IsAsciiLetter) ? unit : $"({unit})";
}
