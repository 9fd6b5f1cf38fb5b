using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Tree;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation.Joins;

/// <summary>Circles that contain shapes of which the row gives the numbers: shapes can only meet where these do.</summary>
internal static class BoundingCircles
{
    public static ResolvedCircle Of(ResolvedExpression geometry)
    {
        switch (geometry)
        {
            case ResolvedPoint point:
                return new ResolvedCircle(point, new ResolvedReal(0));
            case ResolvedCircle circle:
                return circle;
            default:
                var around = GeometryFunctions.BoundingCircle.Of(ColumnType.Circle, new ResolvedEncodedShape(geometry));
                return new ResolvedCircle(new ResolvedPoint(new ResolvedElement(around, 1), new ResolvedElement(around, 2)), new ResolvedElement(around, 3));
        }
    }
}
