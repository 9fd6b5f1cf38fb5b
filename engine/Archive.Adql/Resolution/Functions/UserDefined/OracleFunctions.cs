using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Oracle's functions that users of KOA are used to.</summary>
internal static class OracleFunctions
{
    private const string Formats = "The format's words are YYYY, MM, MON, DD, HH24, HH12, HH, MI, SS, FF, AM and PM.";

    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "to_date",
            Parameters = Takes(("text", Varchar), ("format", Varchar)),
            Result = Timestamp,
            Description = $"The time that text says in the format. NULL where a column's text isn't of the format. {Formats}",
            Example = "to_date('2009-01-01 00:00:00', 'yyyy-mm-dd HH24:MI:SS')",
            HasOwnRules = true,
        },
        new()
        {
            Name = "to_timestamp",
            Parameters = Takes(("text", Varchar), ("format", Varchar)),
            Result = Timestamp,
            Description = "The same as to_date: a time with fractions of a second.",
            Example = "to_timestamp('2009-01-01 00:00:00.5', 'yyyy-mm-dd HH24:MI:SS.FF')",
            HasOwnRules = true,
        },
        new()
        {
            Name = "to_char",
            Parameters = Takes(("time", Timestamp), ("format", Varchar)),
            Result = Varchar,
            Description = $"The time as text in the format. {Formats}",
            Example = "to_char(CAST('2009-01-31' AS TIMESTAMP), 'YYYY-MM')",
            HasOwnRules = true,
        },
        new()
        {
            Name = "nvl",
            Parameters = Takes(("value", Varchar), ("otherwise", Varchar)),
            Result = Varchar,
            Description = "The value, or the other one where it is NULL; both of any one kind. COALESCE is the standard's name for it.",
            Example = "nvl(utype, 'none')",
            HasOwnRules = true,
        },
        new()
        {
            Name = "concat",
            Parameters = Takes(("first", Varchar), ("second", Varchar)),
            Result = Varchar,
            Description = "Texts and numbers, any count of them, one behind the other; NULL counts as empty.",
            Example = "concat(schema_name, '.', table_name)",
            HasOwnRules = true,
        },
        new()
        {
            Name = "substr",
            Parameters = Takes(("text", Varchar), ("start", Integer)),
            Result = Varchar,
            Description = "The text from a character on, counted from 1, or from the end where start is negative.",
            Example = "substr(table_name, 2)",
        },
        new()
        {
            Name = "substr",
            Parameters = Takes(("text", Varchar), ("start", Integer), ("length", Integer)),
            Result = Varchar,
            Description = "So many characters of the text from one on, counted from 1, or from the end where start is negative.",
            Example = "substr(table_name, 2, 3)",
        },
        new()
        {
            Name = "length",
            Parameters = Takes(("text", Varchar)),
            Result = Integer,
            Description = "How many characters the text has.",
            Example = "length(table_name)",
        },
        new()
        {
            Name = "instr",
            Parameters = Takes(("text", Varchar), ("part", Varchar)),
            Result = Integer,
            Description = "At which character, counted from 1, the part stands in the text for the first time; 0 where it doesn't.",
            Example = "instr(table_name, 'S')",
        },
        new()
        {
            Name = "add_months",
            Parameters = Takes(("time", Timestamp), ("months", Integer)),
            Result = Timestamp,
            Description = "The time so many months later, or earlier where the number is negative. The last day of a month gives the last day of the month.",
            Example = "add_months(CAST('2009-01-31' AS TIMESTAMP), 18)",
        },
        new()
        {
            Name = "trunc",
            Parameters = Takes(("time", Timestamp)),
            Result = Timestamp,
            Description = "The day of the time, at midnight. Of a number it is the whole part, for which TRUNCATE is the standard's name.",
            Example = "trunc(CAST('2009-01-31T12:00:00' AS TIMESTAMP))",
            HasOwnRules = true,
        },
        Trimming("trim", "at both ends"),
        Trimming("ltrim", "in front"),
        Trimming("rtrim", "behind"),
    ];

    private static UserDefinedFunction Trimming(string name, string where) => new()
    {
        Name = name,
        Parameters = Takes(("text", Varchar)),
        Result = Varchar,
        Description = $"The text without the blanks {where}.",
        Example = $"{name}(' a ')",
    };
}
