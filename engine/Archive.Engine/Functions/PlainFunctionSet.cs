using System.Collections.Immutable;
using Archive.DuckDb.Functions;

namespace Archive.Engine.Functions;

/// <summary>Functions that DuckDB has no words for, or no fast ones, beside the spatial ones.</summary>
internal static class PlainFunctionSet
{
    public static ImmutableArray<ScalarFunction> All { get; } = [new ContainsText(), new HasWord(), new AddMonths(), new IntervalsOverlap(), SexagesimalDegrees.Hours, SexagesimalDegrees.Degrees];
}
