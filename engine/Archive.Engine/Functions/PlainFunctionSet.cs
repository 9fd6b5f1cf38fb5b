using System.Collections.Immutable;
using Archive.DuckDb.Functions;

namespace Archive.Engine.Functions;

/// <summary>Those user-defined functions that DuckDB has no words for, beside the spatial ones.</summary>
internal static class PlainFunctionSet
{
    public static ImmutableArray<ScalarFunction> All { get; } = [new HasWord(), new AddMonths(), new IntervalsOverlap(), SexagesimalDegrees.Hours, SexagesimalDegrees.Degrees];
}
