using Archive.DuckDb.Functions;
using Archive.Sky.Shapes;

namespace Archive.Engine.Functions;

/// <summary>Decodes the shape that a spatial function is called with: the same for all rows, so once a query is enough.</summary>
internal static class ConstantShape
{
    public static SkyShape Decode(FunctionBinding binding, int parameter) =>
        SkyShape.Decode(binding.ConstantBlob(parameter) ?? throw new ArgumentException("The shape of a spatial predicate must be the same for all rows."));
}
