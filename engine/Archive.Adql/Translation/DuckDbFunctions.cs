using System.Collections.Frozen;

namespace Archive.Adql.Translation;

/// <summary>What each function is in DuckDB's SQL. <c>{0}</c> is the first argument, <c>{*}</c> all of them; arguments come cast to the types that the resolver gave them.</summary>
internal static class DuckDbFunctions
{
    public static FrozenDictionary<string, string> Templates { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ABS"] = "abs({0})",
        ["CEILING"] = "ceil({0})",
        ["DEGREES"] = "degrees({0})",
        ["EXP"] = "exp({0})",
        ["FLOOR"] = "floor({0})",
        ["LOG"] = "ln({0})",
        ["LOG10"] = "log10({0})",
        ["MOD"] = "mod({0}, {1})",
        ["PI"] = "pi()",
        ["POWER"] = "pow({0}, {1})",
        ["RADIANS"] = "radians({0})",
        // The argument has no meaning in ADQL 2.1, and DuckDB's takes none.
        ["RAND"] = "random()",
        ["ROUND"] = "round({*})",
        ["SQRT"] = "sqrt({0})",
        ["TRUNCATE"] = "trunc({*})",
        ["ACOS"] = "acos({0})",
        ["ASIN"] = "asin({0})",
        ["ATAN"] = "atan({0})",
        ["ATAN2"] = "atan2({0}, {1})",
        ["COS"] = "cos({0})",
        ["COT"] = "cot({0})",
        ["SIN"] = "sin({0})",
        ["TAN"] = "tan({0})",
        ["LOWER"] = "lower({0})",
        ["UPPER"] = "upper({0})",
        ["COALESCE"] = "coalesce({*})",
        ["NVL"] = "coalesce({*})",
        ["SUBSTR"] = "substring({*})",
        ["SUBSTRING"] = "substring({*})",
        ["TRIM"] = "trim({0})",
        ["LTRIM"] = "ltrim({0})",
        ["RTRIM"] = "rtrim({0})",
        ["CONCAT"] = "concat({*})",
        ["LEFT"] = "left({0}, {1})",
        // One row's unreadable text shouldn't end the query.
        ["TO_DATE"] = "try_strptime({0}, {1})",
        ["TO_CHAR"] = "strftime({0}, {1})",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
