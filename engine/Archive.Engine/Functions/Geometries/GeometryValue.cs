using System.Buffers;
using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions.Geometries;

/// <summary>
/// DOUBLE[] of (DOUBLE[]): a geometry as DALI 1.1, section 3.3 has it, made of the numbers of a point, circle or polygon: null if one of them is, longitudes from 0 to
/// 360. The numbers aren't checked otherwise; what is no shape shows as what it is.
/// </summary>
internal sealed class GeometryValue : ScalarFunction
{
    public override string Name => SkyFunctions.Geometry;

    public override IReadOnlyList<SqlType> Parameters { get; } = [SqlType.ListOf(DuckDbType.Double)];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var rows = new NumberLists(arguments[0]);
        var values = result.Lists<double>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (rows.TryGet(row, out var numbers)) Write(numbers, row, ref values);
            else result.SetNull(row);
        }
    }

    private static void Write(ReadOnlySpan<double> numbers, int row, ref ListWriter<double> values)
    {
        var rented = ArrayPool<double>.Shared.Rent(numbers.Length);
        var geometry = rented.AsSpan(0, numbers.Length);
        numbers.CopyTo(geometry);
        for (var i = 0; i + 1 < geometry.Length; i += 2)
        {
            if (geometry[i] is < 0 or > 360) geometry[i] -= 360 * Math.Floor(geometry[i] / 360);
        }

        values.Write(row, geometry);
        ArrayPool<double>.Shared.Return(rented);
    }
}
