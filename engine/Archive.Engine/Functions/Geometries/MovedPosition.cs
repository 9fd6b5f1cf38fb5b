using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Epochs;

namespace Archive.Engine.Functions.Geometries;

/// <summary>
/// DOUBLE[] of (right ascension, declination, parallax, proper motion in both, radial velocity, reference epoch, output epoch) in degrees, milliarcseconds, kilometres a second and
/// Julian years: the point where a star is at another epoch. Null where a number isn't finite or the first two are no position.
/// </summary>
internal sealed class MovedPosition : ScalarFunction
{
    private const int ParameterCount = 8;

    public override string Name => SkyFunctions.MovedPosition;

    public override IReadOnlyList<SqlType> Parameters { get; } = [.. Enumerable.Repeat<SqlType>(DuckDbType.Double, ParameterCount)];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var moved = result.Lists<double>();
        Span<double> star = stackalloc double[ParameterCount];
        Span<double> point = stackalloc double[2];
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (arguments.TryReadDoubles(row, star) && TryMove(star, point)) moved.Write(row, point);
            else result.SetNull(row);
        }
    }

    private static bool TryMove(ReadOnlySpan<double> star, Span<double> point)
    {
        // Missing values are often NaN, and an exception for each would be dear.
        foreach (var number in star)
        {
            if (!double.IsFinite(number)) return false;
        }

        try
        {
            (point[0], point[1]) = EpochPropagation.Position(star[0], star[1], star[2], star[3], star[4], star[5], star[6], star[7]);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
