using Archive.Adql.Resolution.Functions.UserDefined;

namespace Archive.Adql.Resolution.Functions;

/// <summary>The names of all functions that a query can call, for suggestions.</summary>
internal static class FunctionNames
{
    private static readonly string[] WithOwnRules =
        ["AREA", "AVG", "CENTROID", "CONTAINS", "COORD1", "COORD2", "COORDSYS", "COUNT", "DISTANCE", "IN_UNIT", "INTERSECTS", "MAX", "MIN", "SUM", "POINT", "CIRCLE", "BOX", "POLYGON", "REGION"];

    public static IEnumerable<string> All => ScalarFunctions.All.Select(function => function.Name).Concat(WithOwnRules).Concat(UserDefinedFunctions.All.Select(function => function.Name.ToUpperInvariant()));
}
