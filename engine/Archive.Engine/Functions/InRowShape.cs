using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions;

/// <summary>
/// BOOLEAN of (longitude, latitude, and the numbers of a shape), all in ICRS degrees: whether a position lies in a shape that may
/// be another one in each row. False for a shape that can't be, such as a circle of negative radius.
/// </summary>
/// <param name="name">Name of the function.</param>
/// <param name="numbers">How many numbers make the shape.</param>
/// <param name="shapeOf">Makes the shape from them.</param>
internal sealed class InRowShape(string name, int numbers, Func<ReadOnlySpan<double>, SkyShape> shapeOf) : ScalarFunction
{
    public static InRowShape Circle { get; } = new(SkyFunctions.InCircle, 3, n => new CircleShape(n[0], n[1], n[2]));

    public static InRowShape Box { get; } = new(SkyFunctions.InBox, 4, n => new BoxShape(n[0], n[1], n[2], n[3]));

    public override string Name => name;

    public override IReadOnlyList<SqlType> Parameters { get; } = [.. Enumerable.Repeat<SqlType>(DuckDbType.Double, 2 + numbers)];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        Span<double> row = stackalloc double[2 + numbers];
        Span<double> former = stackalloc double[numbers];
        former.Fill(double.NaN);
        SkyShape? shape = null;
        var inside = result.Values<byte>();
        for (var i = 0; i < arguments.RowCount; i++)
        {
            inside[i] = 0;
            if (!arguments.TryReadDoubles(i, row)) continue;
            if (!row[2..].SequenceEqual(former))
            {
                row[2..].CopyTo(former);
                shape = RowShapes.TryMake(shapeOf, former);
            }

            inside[i] = shape is not null && shape.Contains(row[0], row[1]) ? (byte)1 : (byte)0;
        }
    }
}
