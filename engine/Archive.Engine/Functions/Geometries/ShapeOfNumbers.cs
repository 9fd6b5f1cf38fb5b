using System.Buffers;
using System.Runtime.InteropServices;
using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions.Geometries;

/// <summary>BLOB of (DOUBLE[]): a geometry's numbers in the form that the functions of shapes take (<see cref="RowShape"/>); null if one of them is.</summary>
internal sealed class ShapeOfNumbers : ScalarFunction
{
    public override string Name => SkyFunctions.Shape;

    public override IReadOnlyList<SqlType> Parameters { get; } = [SqlType.ListOf(DuckDbType.Double)];

    public override SqlType ReturnType => DuckDbType.Blob;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var rows = new NumberLists(arguments[0]);
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (rows.TryGet(row, out var numbers)) Write(numbers, row, result);
            else result.SetNull(row);
        }
    }

    private static void Write(ReadOnlySpan<double> numbers, int row, VectorWriter result)
    {
        var length = 1 + (numbers.Length * sizeof(double));
        var rented = ArrayPool<byte>.Shared.Rent(length);
        rented[0] = RowShape.NumbersFollow;
        MemoryMarshal.AsBytes(numbers).CopyTo(rented.AsSpan(1));
        result.SetBytes(row, rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
    }
}
