using System.Globalization;
using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions.Geometries;

/// <summary>VARCHAR of (DOUBLE[]): a geometry as DALI 1.1, section 3.3 writes it, numbers parted by blanks, as many digits as read back to the same.</summary>
internal sealed class GeometryAsText : ScalarFunction
{
    public override string Name => SkyFunctions.AsText;

    public override IReadOnlyList<SqlType> Parameters { get; } = [SqlType.ListOf(DuckDbType.Double)];

    public override SqlType ReturnType => DuckDbType.Varchar;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var rows = new NumberLists(arguments[0]);
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (rows.TryGet(row, out var numbers)) result.SetText(row, string.Join(' ', numbers.ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
            else result.SetNull(row);
        }
    }
}
