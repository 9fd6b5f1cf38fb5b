using System.Text;
using Archive.Adql.Translation;
using Archive.DuckDb;
using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Moc;
using Archive.Sky.Shapes;
using Archive.Sky.Stcs;

namespace Archive.Engine.Functions.Geometries;

/// <summary>BLOB of (VARCHAR): the shape that a text describes, in ICRS, in the form that the functions of shapes take. A text that describes none is a shape that is none.</summary>
internal sealed class ShapeOfText(string name, Func<string, SkyShape> parse) : ScalarFunction
{
    private static readonly byte[] NoShape = [RowShape.NumbersFollow];

    public static ShapeOfText Region { get; } = new(SkyFunctions.Region, text => StcsReader.Parse(text).InIcrs);

    public static ShapeOfText Moc { get; } = new(SkyFunctions.Moc, MocShape.Parse);

    public override string Name => name;

    public override IReadOnlyList<SqlType> Parameters { get; } = [DuckDbType.Varchar];

    public override SqlType ReturnType => DuckDbType.Blob;

    public override void Execute(FunctionArguments arguments, VectorWriter result, object? bound)
    {
        var texts = arguments[0];
        for (var row = 0; row < arguments.RowCount; row++)
        {
            if (!texts.IsNull(row)) result.SetBytes(row, Encoded(texts.Bytes(row)));
        }
    }

    private byte[] Encoded(ReadOnlySpan<byte> text)
    {
        try
        {
            return parse(Encoding.UTF8.GetString(text)).Encode();
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return NoShape;
        }
    }
}
