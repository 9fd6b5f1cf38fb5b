using System.Collections.Immutable;
using Archive.DuckDb.Functions;

namespace Archive.Engine.Functions;

/// <summary>Those of the IVOA UDF catalogue's functions that DuckDB has no words for, beside the spatial ones.</summary>
internal static class CatalogueFunctionSet
{
    public static ImmutableArray<ScalarFunction> All { get; } = [new HasWord(), new IntervalsOverlap(), SexagesimalDegrees.Hours, SexagesimalDegrees.Degrees];
}
