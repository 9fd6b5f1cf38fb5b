using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Intervals as two numbers, both ends included (IVOA UDF catalogue 1.2, Convenience Functions).</summary>
internal static class IntervalFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_interval_overlaps",
            Parameters = Takes(("a1", DoublePrecision), ("b1", DoublePrecision), ("a2", DoublePrecision), ("b2", DoublePrecision)),
            Result = Integer,
            Description = "1 if the intervals [a1, b1] and [a2, b2] have a number in common, a shared end included, else 0. An interval whose ends are in the wrong order overlaps with none.",
            Example = "ivo_interval_overlaps(-2, 55.3, 2, 3)",
        },
        new()
        {
            Name = "ivo_interval_has",
            Parameters = Takes(("value", DoublePrecision), ("low", DoublePrecision), ("high", DoublePrecision)),
            Result = Integer,
            Description = "1 if the value lies in the interval [low, high], its ends included, else 0.",
            Example = "ivo_interval_has(2.5, 2, 3)",
        },
    ];
}
