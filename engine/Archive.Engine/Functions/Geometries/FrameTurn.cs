using System.Buffers;
using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Frames;

namespace Archive.Engine.Functions.Geometries;

/// <summary>DOUBLE[] of (DOUBLE[], INTEGER, INTEGER): a point, circle or polygon turned from one <see cref="SkyFrame"/> to another; null where a position in it is none.</summary>
internal sealed class FrameTurn : ScalarFunction
{
    private static readonly SkyFrame[] Frames = Enum.GetValues<SkyFrame>();

    private static readonly FrameTransform[] Transforms = [.. Frames.SelectMany(from => Frames.Select(to => FrameTransform.Between(from, to)))];

    public override string Name => SkyFunctions.Transform;

    public override IReadOnlyList<SqlType> Parameters { get; } = [SqlType.ListOf(DuckDbType.Double), DuckDbType.Integer, DuckDbType.Integer];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var rows = new NumberLists(arguments[0]);
        var from = arguments[1].Values<int>();
        var to = arguments[2].Values<int>();
        var turned = result.Lists<double>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (!rows.TryGet(row, out var numbers) || !TryWrite(numbers, Transforms[(from[row] * Frames.Length) + to[row]], row, ref turned)) result.SetNull(row);
        }
    }

    private static bool TryWrite(ReadOnlySpan<double> numbers, FrameTransform transform, int row, ref ListWriter<double> turned)
    {
        var rented = ArrayPool<double>.Shared.Rent(numbers.Length);
        var geometry = rented.AsSpan(0, numbers.Length);
        numbers.CopyTo(geometry);
        var isOnTheSphere = true;
        for (var i = 0; i + 1 < geometry.Length; i += 2)
        {
            (geometry[i], geometry[i + 1]) = transform.Apply(geometry[i], geometry[i + 1]);
            isOnTheSphere &= double.IsFinite(geometry[i]);
        }

        if (isOnTheSphere) turned.Write(row, geometry);
        ArrayPool<double>.Shared.Return(rented);
        return isOnTheSphere;
    }
}
