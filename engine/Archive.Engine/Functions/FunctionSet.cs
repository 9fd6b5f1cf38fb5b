using System.Collections.Immutable;
using Archive.DuckDb.Functions;

namespace Archive.Engine.Functions;

/// <summary>The functions that DuckDB is taught when the store opens.</summary>
internal static class FunctionSet
{
    public static ImmutableArray<ScalarFunction> All { get; } = [.. SkyFunctionSet.All, .. PlainFunctionSet.All];
}
