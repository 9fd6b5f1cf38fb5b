using System.Collections.Frozen;
using Archive.Adql.Resolution.Functions.UserDefined;
using static Archive.Adql.Resolution.Functions.ParameterKind;

namespace Archive.Adql.Resolution.Functions;

/// <summary>
/// All functions of values of one row: ADQL's own, listed here, and the user-defined ones that take plain values. Each has its SQL in the dialect's list; a test holds the
/// two together. Functions whose arguments aren't plain values (geometry, times with formats) have rules of their own in the resolver.
/// </summary>
public static class ScalarFunctions
{
    /// <summary>Makes a timestamp of text: value, format in strftime's words. Null where the text isn't of the format. TO_DATE resolves to it.</summary>
    public static ScalarFunction ParseTime { get; } = Define("TO_DATE", ResultRule.First, Characters, Characters);

    /// <summary>Makes text of a time: value, format in strftime's words. TO_CHAR resolves to it.</summary>
    public static ScalarFunction FormatTime { get; } = Define("TO_CHAR", ResultRule.Text, Same, Characters);

    /// <summary>The first characters of a text: value, count.</summary>
    public static ScalarFunction FirstCharacters { get; } = Define("LEFT", ResultRule.Text, Characters, Integer);

    public static ScalarFunction Coalesce { get; } = Variadic("COALESCE", ResultRule.Common, 1, Same);

    public static ScalarFunction Truncate { get; } = Optional("TRUNCATE", ResultRule.Double, 1, Number, IntegerLiteral);

    private static readonly FrozenDictionary<string, ScalarFunction> ByName = new[]
    {
        // ADQL 2.1, section 2.3
        Define("ABS", ResultRule.First, Number),
        Define("CEILING", ResultRule.Double, Number),
        Define("DEGREES", ResultRule.Double, Number),
        Define("EXP", ResultRule.Double, Number),
        Define("FLOOR", ResultRule.Double, Number),
        Define("LOG", ResultRule.Double, Number),
        Define("LOG10", ResultRule.Double, Number),
        Define("MOD", ResultRule.LongOrDouble, Number, Number),
        Define("PI", ResultRule.Double),
        Define("POWER", ResultRule.Double, Number, Number),
        Define("RADIANS", ResultRule.Double, Number),
        Optional("RAND", ResultRule.Double, 0, IntegerLiteral) with { IsRandom = true },
        Optional("ROUND", ResultRule.Double, 1, Number, IntegerLiteral),
        Define("SQRT", ResultRule.Double, Number),
        Truncate,
        Define("ACOS", ResultRule.Double, Number),
        Define("ASIN", ResultRule.Double, Number),
        Define("ATAN", ResultRule.Double, Number),
        Define("ATAN2", ResultRule.Double, Number, Number),
        Define("COS", ResultRule.Double, Number),
        Define("COT", ResultRule.Double, Number),
        Define("SIN", ResultRule.Double, Number),
        Define("TAN", ResultRule.Double, Number),

        // ADQL 2.1, sections 4.4 and 4.8
        Define("LOWER", ResultRule.Text, Characters),
        Define("UPPER", ResultRule.Text, Characters),
        Coalesce,

        Optional("SUBSTRING", ResultRule.Text, 2, Characters, Integer, Integer) with { IsServiceFunction = true },

        // User-defined functions that take values of any one kind, or texts and numbers alike
        Variadic("CONCAT", ResultRule.Text, 1, Printable),
        Define("NVL", ResultRule.Common, Same, Same),
    }.Concat(Declared()).ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ScalarFunction> All => [.. ByName.Values, ParseTime, FormatTime, FirstCharacters];

    /// <summary>The function of this name in any case; null if there is none.</summary>
    public static ScalarFunction? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The user-defined functions of plain values. What one signature has beyond another of the same name may be left out.</summary>
    private static IEnumerable<ScalarFunction> Declared() => UserDefinedFunctions.All.Where(function => !function.HasOwnRules).GroupBy(function => function.Name, (name, signatures) =>
    {
        var (shortest, longest) = (signatures.MinBy(function => function.Parameters.Length)!, signatures.MaxBy(function => function.Parameters.Length)!);
        return new ScalarFunction(name.ToUpperInvariant(), Result(longest.Result), shortest.Parameters.Length, false, [.. longest.Parameters.Select(parameter => Kind(parameter.Type))])
        {
            IsRandom = longest.IsRandom,
            IsServiceFunction = !name.StartsWith("ivo_", StringComparison.Ordinal),
        };
    });

    private static ParameterKind Kind(AdqlType type) => type switch
    {
        AdqlType.Integer or AdqlType.BigInt => Integer,
        AdqlType.DoublePrecision => ParameterKind.Double,
        AdqlType.Varchar => Characters,
        AdqlType.Timestamp => Time,
        _ => throw new InvalidOperationException($"A parameter of type {type} needs rules of its own."),
    };

    private static ResultRule Result(AdqlType type) => type switch
    {
        AdqlType.Integer => ResultRule.Int,
        AdqlType.BigInt => ResultRule.Long,
        AdqlType.DoublePrecision => ResultRule.Double,
        AdqlType.Varchar => ResultRule.Text,
        AdqlType.Timestamp => ResultRule.Timestamp,
        AdqlType.Point => ResultRule.Point,
        _ => throw new InvalidOperationException($"A result of type {type} needs rules of its own."),
    };

    private static ScalarFunction Define(string name, ResultRule result, params ParameterKind[] parameters) => new(name, result, parameters.Length, false, [.. parameters]);

    private static ScalarFunction Optional(string name, ResultRule result, int required, params ParameterKind[] parameters) => new(name, result, required, false, [.. parameters]);

    private static ScalarFunction Variadic(string name, ResultRule result, int required, ParameterKind parameter) => new(name, result, required, true, [parameter]);
}
