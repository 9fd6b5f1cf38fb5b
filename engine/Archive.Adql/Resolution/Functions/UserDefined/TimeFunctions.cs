using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Dates and times (IVOA UDF catalogue 1.2, Dates and Times). The time scale stays what it is: days of 86,400 seconds are counted.</summary>
internal static class TimeFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_to_jd",
            Parameters = Takes(("time", Timestamp)),
            Result = DoublePrecision,
            Description = "The Julian Date of a time, which may also be written out as text; in the time's own scale.",
            Example = "ivo_to_jd('1910-12-31T06:00:00')",
        },
        new()
        {
            Name = "ivo_to_mjd",
            Parameters = Takes(("time", Timestamp)),
            Result = DoublePrecision,
            Description = "The Modified Julian Date of a time, which may also be written out as text; in the time's own scale.",
            Example = "ivo_to_mjd(CAST('2000-01-02T12:00:00' AS TIMESTAMP))",
        },
    ];
}
