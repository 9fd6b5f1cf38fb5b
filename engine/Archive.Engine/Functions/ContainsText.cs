using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions;

/// <summary>BOOLEAN of (text, part): whether the part is anywhere in the text, byte for byte; an empty part is in any.</summary>
internal sealed class ContainsText : ScalarFunction
{
    public override string Name => TextFunctions.Contains;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Varchar, DuckDbType.Varchar];

    public override SqlType ReturnType => DuckDbType.Boolean;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var texts = arguments[0];
        var parts = arguments[1];
        var found = result.Values<byte>();
        // The part is nearly always the same in all rows.
        ReadOnlySpan<byte> former = [];
        var search = new PartSearch(former);
        for (var row = 0; row < found.Length; row++)
        {
            found[row] = 0;
            if (texts.IsNull(row) || parts.IsNull(row)) continue;
            var part = parts.Bytes(row);
            if (!part.SequenceEqual(former)) search = new PartSearch(former = part);
            if (search.IsIn(texts.Bytes(row))) found[row] = 1;
        }
    }
}
