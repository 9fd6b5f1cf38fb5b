using System.Collections.Frozen;

namespace Archive.Adql.Translation;

/// <summary>What each function is in DuckDB's SQL. <c>{0}</c> is the first argument, <c>{*}</c> all of them; arguments come cast to the types that the resolver gave them. No
/// template has an argument twice: nested calls would then double the SQL at each level.</summary>
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
        ["LENGTH"] = "CAST(length({0}) AS INTEGER)",
        ["INSTR"] = "CAST(instr({0}, {1}) AS INTEGER)",
        ["ADD_MONTHS"] = "add_months({0}, {1})",
        ["LEFT"] = "left({0}, {1})",
        ["IVO_HASWORD"] = "ivo_hasword({0}, {1})",
        ["IVO_NOCASEMATCH"] = "CAST({0} ILIKE {1} AS INTEGER)",
        ["IVO_HASHLIST_HAS"] = "CAST(list_contains(string_split(lower({0}), chr(35)), lower({1})) AS INTEGER)",
        ["IVO_TO_JD"] = "(epoch_us({0}) / 86400000000e0 + 2440587.5e0)",
        ["IVO_TO_MJD"] = "(epoch_us({0}) / 86400000000e0 + 40587e0)",
        ["IVO_INTERVAL_OVERLAPS"] = "ivo_interval_overlaps({0}, {1}, {2}, {3})",
        ["IVO_INTERVAL_HAS"] = "CAST({0} BETWEEN {1} AND {2} AS INTEGER)",
        ["IVO_HMS_TO_DEGREES"] = "ivo_hms_to_degrees({0})",
        ["IVO_DMS_TO_DEGREES"] = "ivo_dms_to_degrees({0})",
        // Box and Muller's way.
        ["IVO_NORMAL_RANDOM"] = "({0} + {1} * sqrt(-2e0 * ln(1e0 - random())) * cos(2e0 * pi() * random()))",
        // One row's unreadable text shouldn't end the query.
        ["TO_DATE"] = "try_strptime({0}, {1})",
        ["TO_CHAR"] = "strftime({0}, {1})",
        ["AREA"] = SkyFunctions.Area + "({0})",
        ["CENTROID"] = SkyFunctions.Centroid + "({0})",
        ["BOUNDING_CIRCLE"] = SkyFunctions.BoundingCircle + "({0})",
        ["COORDSYS"] = "CASE WHEN {0} IS NOT NULL THEN {1} END",
        ["GEOMETRY_OF_TEXT"] = SkyFunctions.OfText + "({0}, {1})",
        ["TRANSFORM"] = SkyFunctions.Transform + "({*})",
        ["IVO_HEALPIX_INDEX"] = SkyFunctions.HealpixIndex + "({*})",
        ["IVO_EPOCH_PROP_POS"] = SkyFunctions.MovedPosition + "({0}, {1}, coalesce({2}, 0e0), coalesce({3}, 0e0), coalesce({4}, 0e0), coalesce({5}, 0e0), {6}, {7})",
        ["IVO_HEALPIX_CENTER"] = SkyFunctions.HealpixCentre + "({*})",
        ["TEXT_OF_GEOMETRY"] = SkyFunctions.AsText + "({0})",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
