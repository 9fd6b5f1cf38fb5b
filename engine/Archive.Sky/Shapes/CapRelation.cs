namespace Archive.Sky.Shapes;

/// <summary>How a small circle of the sphere lies to a shape.</summary>
public enum CapRelation
{
    /// <summary>They have no point in common.</summary>
    Disjoint,

    /// <summary>They may have points in common: the answer wherever it is not known better.</summary>
    Overlaps,

    /// <summary>The circle lies wholly in the shape.</summary>
    Inside,
}
