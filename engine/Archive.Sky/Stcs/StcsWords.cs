using System.Collections.Frozen;

namespace Archive.Sky.Stcs;

/// <summary>The words that may follow a shape's name and change nothing about where it is.</summary>
internal static class StcsWords
{
    /// <summary>Where the observer stands: of no matter for directions of stars.</summary>
    public static readonly FrozenSet<string> ReferencePositions = FrozenSet.ToFrozenSet(
        [
            "BARYCENTER", "GEOCENTER", "HELIOCENTER", "TOPOCENTER", "EMBARYCENTER", "GALACTIC_CENTER",
            "LOCAL_GROUP_CENTER", "LSR", "LSRK", "LSRD", "RELOCATABLE", "UNKNOWNREFPOS",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The one kind of coordinates that positions on the sphere have here.</summary>
    public const string Flavor = "SPHERICAL2";

    /// <summary>Kinds of coordinates that are no longitude and latitude.</summary>
    public static readonly FrozenSet<string> OtherFlavors = FrozenSet.ToFrozenSet(
        ["CARTESIAN1", "CARTESIAN2", "CARTESIAN3", "SPHERICAL3", "UNITSPHERE", "CART1", "CART2", "CART3", "SPHER2", "SPHER3"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Shapes of STC-S that aren't read, each with what to write instead.</summary>
    public static readonly FrozenDictionary<string, string> OtherShapes = new Dictionary<string, string>
    {
        ["ELLIPSE"] = "Write a Circle, or a Polygon along the ellipse.",
        ["CONVEX"] = "Write a Polygon with the corners, or an Intersection of Circles of 90 degrees.",
        ["POSITIONINTERVAL"] = "Write a Box or a Polygon.",
        ["TIMEINTERVAL"] = "Write the region alone; times are compared as columns.",
        ["SPECTRALINTERVAL"] = "Write the region alone; wavelengths are compared as columns.",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
