using System.Collections.Immutable;
using static Archive.Adql.Resolution.Functions.UserDefined.AdqlType;
using static Archive.Adql.Resolution.Functions.UserDefined.UserDefinedFunction;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>Chance (IVOA UDF catalogue 1.2, Statistics).</summary>
internal static class RandomFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        new()
        {
            Name = "ivo_normal_random",
            Parameters = Takes(("mu", DoublePrecision), ("sigma", DoublePrecision)),
            Result = DoublePrecision,
            Description = "A number drawn from the normal distribution with mean mu and standard deviation sigma, another one in each row.",
            Example = "ivo_normal_random(10, 5)",
            IsRandom = true,
        },
    ];
}
