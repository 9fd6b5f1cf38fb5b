using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>BOOLEAN of (shape, shape): whether the two lie so to one another. False where one of them is no shape, such as a circle of negative radius; null where their borders meet in more places than can be looked at.</summary>
/// <param name="name">Name of the function.</param>
/// <param name="holds">The relation; it holds of no two shapes without a common point.</param>
internal sealed class ShapeRelationTest(string name, Func<SkyShape, SkyShape, bool> holds) : ScalarFunction
{
    public static ShapeRelationTest Within { get; } = new(SkyFunctions.Within, (inner, outer) => outer.Contains(inner));

    public static ShapeRelationTest Intersects { get; } = new(SkyFunctions.Intersects, (first, second) => first.Intersects(second));

    public override string Name => name;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Blob, DuckDbType.Blob];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override object? Bind(FunctionBinding binding) => ShapeRows.Constants(binding, 2);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var constants = (SkyShape?[])bound!;
        var firstBytes = arguments[0];
        var secondBytes = arguments[1];
        var firsts = new ShapeRows(firstBytes, constants[0]);
        var seconds = new ShapeRows(secondBytes, constants[1]);
        var related = result.Values<byte>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            related[row] = 0;
            if (firstBytes.IsNull(row) || secondBytes.IsNull(row)) continue;
            if (constants[0] is { } first && seconds.IsApart(first, row)) continue;
            if (constants[1] is { } second && firsts.IsApart(second, row)) continue;
            arguments.ThrowIfInterrupted();
            if (firsts[row] is not { } one || seconds[row] is not { } other) continue;
            if (Holds(one, other) is { } answer) related[row] = answer ? (byte)1 : (byte)0;
            else result.SetNull(row);
        }
    }

    private bool? Holds(SkyShape one, SkyShape other)
    {
        try
        {
            return holds(one, other);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
