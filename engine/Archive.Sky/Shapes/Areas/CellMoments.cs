using Archive.Sky.Healpix;

namespace Archive.Sky.Shapes.Areas;

/// <summary>Area and centre of mass by counting HEALPix cells.</summary>
internal static class CellMoments
{
    // Cells at the border are counted by their centres once there are so many of them.
    private const int MostUndecided = 20_000;

    public static (double Steradians, UnitVector Centroid) Of(SkyShape shape)
    {
        double area = 0, x = 0, y = 0, z = 0;
        List<long> undecided = [.. CellTree.Roots];
        for (int order = 0; undecided.Count > 0; order++)
        {
            bool last = order == HealpixNested.MaxOrder || undecided.Count > MostUndecided;
            double cellArea = 4 * Math.PI / HealpixNested.CellCount(order);
            var rest = new List<long>();
            foreach (long cell in undecided)
            {
                UnitVector centre = CellTree.Centre(order, cell);
                CapRelation relation = shape.RelationToCell(order, cell);
                bool counted = relation == CapRelation.Inside || (last && shape.Contains(centre));
                if (counted && order >= CellTree.EvenOrder)
                {
                    area += cellArea;
                    (x, y, z) = (x + cellArea * centre.X, y + cellArea * centre.Y, z + cellArea * centre.Z);
                }
                else if (!last && relation != CapRelation.Disjoint)
                {
                    rest.Add(cell);
                }
            }

            undecided = CellTree.Children(rest);
        }

        var sum = new UnitVector(x, y, z);
        bool centred = area > 0 && Math.Sqrt(sum.Dot(sum)) > 1e-6 * area;
        return (area, centred ? sum.Normalized() : new UnitVector(double.NaN, double.NaN, double.NaN));
    }
}
