using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Healpix;

namespace Archive.Engine.Functions;

/// <summary>
/// BOOLEAN of (cell, shape): false where no position of a HEALPix cell of order 29, NESTED, is in the shape. It asks one column only: DuckDB does so while
/// it reads that column, and leaves the others unread where no row passes.
/// </summary>
internal sealed class CoversCell : ScalarFunction
{
    private const int MaximumRanges = 64;

    public override string Name => SkyFunctions.CoversCell;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.BigInt, DuckDbType.Blob];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override object? Bind(FunctionBinding binding) => Coverage.Of(ConstantShape.Decode(binding, 1), MaximumRanges).ToArray();

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var ranges = (IndexRange[])bound!;
        var cells = arguments[0].Values<long>();
        var covered = result.Values<byte>();
        // Cells come nearly sorted: what was found for one row holds for the next, mostly.
        var (isCovered, first, last) = ((byte)0, 1L, 0L);
        for (var row = 0; row < cells.Length; row++)
        {
            if (cells[row] < first || cells[row] > last) (isCovered, first, last) = Around(cells[row], ranges);
            covered[row] = isCovered;
        }
    }

    /// <summary>The range that a cell is in, or the gap between two.</summary>
    private static (byte IsCovered, long First, long Last) Around(long cell, IndexRange[] ranges)
    {
        var (below, above) = (-1, ranges.Length);
        while (above - below > 1)
        {
            var middle = (below + above) / 2;
            if (ranges[middle].First <= cell) below = middle;
            else above = middle;
        }

        if (below >= 0 && cell <= ranges[below].Last) return (1, ranges[below].First, ranges[below].Last);
        return (0, below < 0 ? long.MinValue : ranges[below].Last + 1, above == ranges.Length ? long.MaxValue : ranges[above].First - 1);
    }
}
