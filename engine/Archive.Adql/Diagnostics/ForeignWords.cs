using System.Collections.Frozen;

namespace Archive.Adql.Diagnostics;

/// <summary>Names of other databases' functions and types, and what to write for them.</summary>
internal static class ForeignWords
{
    /// <summary>What to write for a choice between values.</summary>
    public const string NoCondition = "Write a SELECT for each case: SELECT a, 1 AS b FROM t WHERE x > 5 UNION ALL SELECT a, 0 AS b FROM t WHERE x <= 5. COALESCE(a, b) gives the first value that isn't null.";

    private const string NoRegularExpression = "LIKE and ILIKE know % for any text and _ for one character.";

    private static readonly FrozenDictionary<string, string> Functions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["IF"] = NoCondition, ["IIF"] = NoCondition, ["DECODE"] = NoCondition, ["NVL2"] = NoCondition, ["NULLIF"] = NoCondition,
        ["LEFT"] = "Write SUBSTRING(text, 1, length).", ["RIGHT"] = "Write SUBSTRING(text, LENGTH(text) - 2) for the last three characters; LENGTH is this service's.",
        ["TRY_CAST"] = "Write CAST(x AS type).",
        ["IFNULL"] = "Write COALESCE(x, y).", ["ISNULL"] = "Write COALESCE(x, y), or x IS NULL.",
        ["NOW"] = "Write the time, CAST('2009-01-31T23:59:59' AS TIMESTAMP), or this service's SYSDATE.", ["GETDATE"] = "This service's SYSDATE is the time.", ["CURDATE"] = "This service's SYSDATE is the time.",
        ["STR_TO_DATE"] = "Write CAST(x AS TIMESTAMP), or this service's TO_DATE(text, format).", ["STRPTIME"] = "Write CAST(x AS TIMESTAMP), or this service's TO_DATE(text, format).",
        ["DATE_FORMAT"] = "Write CAST(x AS VARCHAR), or this service's TO_CHAR(time, format).", ["STRFTIME"] = "Write CAST(x AS VARCHAR), or this service's TO_CHAR(time, format).",
        ["EXTRACT"] = "This service's TO_CHAR(time, 'YYYY') gives a part of a time.", ["YEAR"] = "This service's TO_CHAR(time, 'YYYY') gives a part of a time.",
        ["MONTH"] = "This service's TO_CHAR(time, 'MM') gives a part of a time.", ["DAY"] = "This service's TO_CHAR(time, 'DD') gives a part of a time.",
        ["DATEDIFF"] = "ivo_to_mjd(a) - ivo_to_mjd(b) is the difference in days.", ["DATE_TRUNC"] = "This service's TRUNC(time) is the day of a time.",
        ["TO_NUMBER"] = "Write CAST(x AS DOUBLE PRECISION).", ["CONVERT"] = "Write CAST(x AS type), or IN_UNIT(x, 'unit').",
        ["REGEXP_LIKE"] = NoRegularExpression, ["REGEXP_MATCHES"] = NoRegularExpression, ["RLIKE"] = NoRegularExpression,
        ["CHAR_LENGTH"] = "Write this service's LENGTH(text).", ["CHARACTER_LENGTH"] = "Write this service's LENGTH(text).", ["LEN"] = "Write this service's LENGTH(text).",
        ["POSITION"] = "Write this service's INSTR(text, part).", ["CHARINDEX"] = "Write this service's INSTR(text, part).", ["STRPOS"] = "Write this service's INSTR(text, part).",
        ["LN"] = "LOG(x) is the natural logarithm.", ["LOG2"] = "Write LOG(x) / LOG(2).", ["CEIL"] = "Write CEILING(x).", ["POW"] = "Write POWER(x, y).", ["RANDOM"] = "Write RAND().",
        ["STDDEV"] = "Write SQRT(AVG(x * x) - AVG(x) * AVG(x)).", ["VARIANCE"] = "Write AVG(x * x) - AVG(x) * AVG(x).", ["MEDIAN"] = "IVO_HISTOGRAM(x, low, high, bins) tells how values are spread.",
        ["STRING_AGG"] = "Write IVO_STRING_AGG(text, delimiter).", ["LISTAGG"] = "Write IVO_STRING_AGG(text, delimiter).", ["GROUP_CONCAT"] = "Write IVO_STRING_AGG(text, delimiter).",
        ["Q3C_RADIAL_QUERY"] = "Write DISTANCE(ra, dec, ra0, dec0) < radius, all in degrees.", ["ST_DISTANCE"] = "Write DISTANCE(POINT(ra, dec), POINT(ra0, dec0)).",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that are no functions, where they stand behind what is complete without them.</summary>
    private static readonly FrozenDictionary<string, string> Phrases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ROW"] = "Write OFFSET and the number alone, and TOP and a number behind SELECT.", ["ROWS"] = "Write OFFSET and the number alone, and TOP and a number behind SELECT.",
        ["FIRST"] = "Write TOP and the number of rows behind SELECT.", ["SKIP"] = "Write OFFSET and the number of rows at the end of the query.",
        ["ISNULL"] = "Write x IS NULL.", ["NOTNULL"] = "Write x IS NOT NULL.", ["GLOB"] = NoRegularExpression,
        ["ANY"] = "Write x IN (SELECT ...) for = ANY.", ["SOME"] = "Write x IN (SELECT ...) for = SOME.", ["ALL"] = "Write NOT EXISTS (SELECT ...) with the opposite comparison inside.",
        ["SEMI"] = "Write WHERE x IN (SELECT ...).", ["ANTI"] = "Write WHERE x NOT IN (SELECT ...).",
        ["QUALIFY"] = "Write the condition around a subquery: SELECT * FROM (SELECT ...) AS s WHERE s.x = 1.", ["TABLESAMPLE"] = "Write WHERE RAND() < 0.01 for about one row in a hundred.",
        ["INTO"] = "The rows are the answer; leave it out.", ["FOR"] = "A query only reads; leave it out.", ["BOTH"] = "Write TRIM(x).", ["LEADING"] = "Write TRIM(x).", ["TRAILING"] = "Write TRIM(x).",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["FLOAT"] = "REAL or DOUBLE PRECISION", ["NUMERIC"] = "DOUBLE PRECISION", ["DECIMAL"] = "DOUBLE PRECISION", ["NUMBER"] = "DOUBLE PRECISION", ["FLOAT8"] = "DOUBLE PRECISION", ["FLOAT4"] = "REAL",
        ["INT"] = "INTEGER", ["INT4"] = "INTEGER", ["INT8"] = "BIGINT", ["LONG"] = "BIGINT", ["SHORT"] = "SMALLINT", ["BOOLEAN"] = "INTEGER", ["BIT"] = "INTEGER",
        ["TEXT"] = "VARCHAR", ["STRING"] = "VARCHAR", ["CHARACTER"] = "CHAR", ["VARCHAR2"] = "VARCHAR", ["NCHAR"] = "CHAR", ["CLOB"] = "VARCHAR",
        ["DATE"] = "TIMESTAMP", ["TIME"] = "TIMESTAMP", ["DATETIME"] = "TIMESTAMP", ["BOX"] = "POLYGON",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to write for another database's function, as a sentence; null where we don't know it.</summary>
    public static string? ForFunction(string name) => Functions.GetValueOrDefault(name);

    /// <summary>What to write for another database's word, as a sentence; null where we don't know it.</summary>
    public static string? ForPhrase(string word) => Phrases.GetValueOrDefault(word);

    /// <summary>The type of CAST to write for another one; null where we don't know it.</summary>
    public static string? ForType(string name) => Types.GetValueOrDefault(name);
}
