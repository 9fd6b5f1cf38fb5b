using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Angles written in base 60 (IVOA UDF catalogue 1.2, Celestial Conversion Functions).</summary>
internal static class AngleFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_hms_to_degrees",
            Parameters = Takes(("hms", Varchar)),
            Result = DoublePrecision,
            Description = "Degrees of a right ascension written as h:m:s, hhmmss or 3h34m45.4s in any case. NULL where the text is none.",
            Example = "ivo_hms_to_degrees('3h34m45.4s')",
        },
        new()
        {
            Name = "ivo_dms_to_degrees",
            Parameters = Takes(("dms", Varchar)),
            Result = DoublePrecision,
            Description = "Degrees of a declination written as d:m:s, ddmmss or 42d9m6.768s in any case, perhaps with a sign. NULL where the text is none.",
            Example = "ivo_dms_to_degrees('-00:15:00')",
        },
    ];
}
