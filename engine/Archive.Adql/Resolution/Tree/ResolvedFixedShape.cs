using Archive.Catalogue.Tables;
using Archive.Sky.Shapes;

namespace Archive.Adql.Resolution.Tree;

/// <summary>A shape known when the query is compiled, degrees. One that no array of numbers can hold has the type of a region, and is no value by itself.</summary>
public sealed record ResolvedFixedShape(SkyShape Shape) : ResolvedShape(TypeOf(Shape))
{
    private static ColumnType TypeOf(SkyShape shape) => shape switch
    {
        CircleShape => ColumnType.Circle,
        BoxShape or PolygonShape => ColumnType.Polygon,
        _ => ColumnType.Region,
    };
}
