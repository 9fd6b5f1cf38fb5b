using System.Collections.Immutable;
using Archive.DuckDb.Functions;
using Archive.Engine.Functions.Geometries;

namespace Archive.Engine.Functions;

/// <summary>The spatial functions.</summary>
internal static class SkyFunctionSet
{
    public static ImmutableArray<ScalarFunction> All { get; } =
        [new HealpixCell(), new CellsNearPosition(), new JoinOrder(), new ContainsVector(), new CoversCell(), new ContainsPosition(), new Separation(), InRowShape.Circle, InRowShape.Box, new InRowPolygon(), .. GeometryFunctionSet.All];
}
