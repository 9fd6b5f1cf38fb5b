using Archive.Sky.Moc;
using Archive.Sky.Shapes;
using Archive.Sky.Shapes.Composites;

namespace Archive.Sky.Tests.Shapes;

/// <summary>Shapes of all kinds and in all awkward places, by a name for the test's report.</summary>
internal static class SomeShapes
{
    public static IReadOnlyDictionary<string, SkyShape> All { get; } = new Dictionary<string, SkyShape>
    {
        ["cone of a degree"] = new CircleShape(262, 17, 1),
        ["cone of an arcsecond across longitude 0"] = new CircleShape(359.9999, -5, 1 / 3600.0),
        ["point"] = new CircleShape(12.5, 30, 0),
        ["cone of a milliarcsecond at the pole"] = new CircleShape(0, 90, 1 / 3.6e6),
        ["cone near the south pole"] = new CircleShape(100, -89.5, 2),
        ["hemisphere"] = new CircleShape(80, 40, 90),
        ["all but a hole"] = new CircleShape(80, 40, 179),
        ["sphere"] = new CircleShape(80, 40, 180),
        ["box"] = new BoxShape(10, 50, 3, 7),
        ["long box"] = new BoxShape(262, 17, 2, 120),
        ["box over the pole"] = new BoxShape(200, 88, 20, 10),
        ["box round the sphere"] = new BoxShape(10, 50, 360, 20),
        ["half the sphere as a box"] = new BoxShape(10, 50, 180, 180),
        ["triangle"] = new PolygonShape([10, 10, 12, 10, 11, 12]),
        ["tiny triangle"] = new PolygonShape([10, 10, 10.000001, 10, 10, 10.000001]),
        ["concave"] = new PolygonShape([0, 0, 4, 4, 0, 8, 10, 4]),
        ["polygon over the pole"] = new PolygonShape([0, 80, 90, 85, 180, 80, 270, 70]),
        ["polygon across longitude 0"] = new PolygonShape([359, -1, 1, -1, 1, 1, 359, 1]),
        ["polygon beyond a hemisphere"] = new PolygonShape([0, -10, 60, 40, 120, -10, 180, 40, 240, -10, 300, 39]),
        ["union of two that overlap"] = new UnionShape([new CircleShape(262, 17, 1), new BoxShape(263, 17, 2, 1)]),
        ["union of two far apart"] = new UnionShape([new CircleShape(10, 89, 2), new CircleShape(100, 60, 1)]),
        ["lens"] = new IntersectionShape([new CircleShape(262, 17, 1), new CircleShape(263, 17, 1)]),
        ["ring"] = new IntersectionShape([new CircleShape(0, -88, 3), new ComplementShape(new CircleShape(0, -88, 2))]),
        ["complement of a circle"] = new ComplementShape(new CircleShape(80, 40, 170)),
        ["complement of a polygon"] = new ComplementShape(new PolygonShape([0, 0, 4, 4, 0, 8, 10, 4])),
        ["star that crosses itself"] = new PolygonShape([0, 10, 6, -8, -9, 3, 9, 3, -6, -8]),
        ["moc"] = MocShape.Parse("3/3-10 5/768,770-775,800 9/1000000 12/"),
        ["moc over the sphere"] = MocShape.Parse("0/0-3,5-11 4/1100"),
        ["circle without a moc"] = new IntersectionShape([new CircleShape(45, 41, 10), new ComplementShape(MocShape.Parse("4/150-200"))]),
    };
}
