using System.Collections.Immutable;

namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>
/// All functions beyond ADQL's own, a file a family. Resolver, capabilities and documentation draw on this list. One more is an entry in its family's file; its SQL is
/// in the dialect's list.
/// </summary>
public static class UserDefinedFunctions
{
    public static ImmutableArray<UserDefinedFunction> All { get; } =
    [
        .. PositionFunctions.All,
        .. TextFunctions.All,
        .. TimeFunctions.All,
        .. IntervalFunctions.All,
        .. AngleFunctions.All,
        .. RandomFunctions.All,
        .. AggregateFunctions.All,
        .. OracleFunctions.All,
    ];
}
