using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions;

/// <summary>INTEGER of (a1, b1, a2, b2): 1 where the intervals [a1, b1] and [a2, b2] share a number. 0 where one has its ends in the wrong order or an end is NaN.</summary>
internal sealed class IntervalsOverlap : ScalarFunction
{
    public override string Name => "ivo_interval_overlaps";

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Double, DuckDbType.Double, DuckDbType.Double, DuckDbType.Double];

    public override SqlType ReturnType => DuckDbType.Integer;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var low1 = arguments[0].Values<double>();
        var high1 = arguments[1].Values<double>();
        var low2 = arguments[2].Values<double>();
        var high2 = arguments[3].Values<double>();
        var overlaps = result.Values<int>();
        for (var row = 0; row < overlaps.Length; row++)
            overlaps[row] = low1[row] <= high1[row] && low2[row] <= high2[row] && low1[row] <= high2[row] && low2[row] <= high1[row] ? 1 : 0;
    }
}
