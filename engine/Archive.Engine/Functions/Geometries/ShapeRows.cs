using Archive.DuckDb.Functions;
using Archive.DuckDb.Vectors;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions.Geometries;

/// <summary>A vector of shapes. One that is the same for all rows is made once a query, one that a row repeats from the row before once.</summary>
internal ref struct ShapeRows
{
    private readonly VectorView bytes;
    private ReadOnlySpan<byte> former;
    private SkyShape? shape;

    /// <param name="bytes">The shapes.</param>
    /// <param name="constant">What <see cref="Constants"/> found for the parameter.</param>
    public ShapeRows(VectorView bytes, SkyShape? constant)
    {
        this.bytes = bytes;
        Constant = constant;
    }

    /// <summary>The shape of all rows; null where they differ.</summary>
    public SkyShape? Constant { get; }

    /// <summary>The shapes among a function's arguments that are the same for all rows, one entry a parameter.</summary>
    public static SkyShape?[] Constants(FunctionBinding binding, int parameters)
    {
        var constants = new SkyShape?[parameters];
        for (var i = 0; i < parameters; i++) constants[i] = binding.ConstantBlob(i) is { } bytes ? RowShape.Read(bytes) : null;
        return constants;
    }

    /// <summary>The shape of a row that isn't null; null if its numbers make none.</summary>
    public SkyShape? this[int row]
    {
        get
        {
            if (Constant is not null) return Constant;
            var current = bytes.Bytes(row);
            if (current.Length > 0 && current.SequenceEqual(former)) return shape;
            former = current;
            return shape = RowShape.Read(current);
        }
    }

    /// <summary>Whether a row's shape surely has no point in common with another.</summary>
    public readonly bool IsApart(SkyShape other, int row) => Constant is null && RowShape.IsApart(other, bytes.Bytes(row));
}
