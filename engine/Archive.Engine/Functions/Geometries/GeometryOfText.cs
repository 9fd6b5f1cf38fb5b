using System.Buffers.Text;
using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions.Geometries;

/// <summary>
/// DOUBLE[] of (VARCHAR, BIGINT): a geometry out of DALI's text of it, numbers parted by blanks. The second argument is how many there must be, 0 for a polygon: 6 or more, an even
/// number. Null where the text is another.
/// </summary>
internal sealed class GeometryOfText : ScalarFunction
{
    public override string Name => SkyFunctions.OfText;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Varchar, DuckDbType.BigInt];

    public override SqlType ReturnType => SqlType.ListOf(DuckDbType.Double);

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var texts = arguments[0];
        var counts = arguments[1];
        var values = result.Lists<double>();
        var numbers = new List<double>();
        for (var row = 0; row < arguments.RowCount; row++)
        {
            numbers.Clear();
            if (texts.IsNull(row) || counts.IsNull(row)) continue;
            var wanted = counts.Values<long>()[row];
            var fits = TryRead(texts.Bytes(row), numbers) && (wanted == 0 ? numbers.Count >= 6 && numbers.Count % 2 == 0 : numbers.Count == wanted);
            if (fits) values.Write(row, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers));
            else result.SetNull(row);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> text, List<double> numbers)
    {
        for (text = text.TrimStart(" \t\r\n"u8); text.Length > 0; text = text.TrimStart(" \t\r\n"u8))
        {
            var end = text.IndexOfAny(" \t\r\n"u8);
            var word = end < 0 ? text : text[..end];
            if (!Utf8Parser.TryParse(word, out double number, out var consumed) || consumed != word.Length) return false;
            numbers.Add(number);
            text = text[word.Length..];
        }

        return true;
    }
}
