using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Queries that are ADQL but ask for what this service doesn't offer: ADQL-6xx.</summary>
internal static class SupportMessages
{
    public static AdqlDiagnostic CoordinateSystem(string name, SourceSpan span) => new("ADQL-601",
        $"The coordinate system '{(name.Length <= 40 ? name : name[..40] + "...")}' is not supported.", span, "Positions are ICRS degrees; 'ICRS', 'FK5', 'J2000' and '' are accepted as such.");

    public static AdqlDiagnostic Function(string name, SourceSpan span) => new("ADQL-602", $"The function {name} is not supported.", span);

    public static AdqlDiagnostic ContainsOfShapes(SourceSpan span) =>
        new("ADQL-603", "CONTAINS of a shape in a shape is not supported.", span, "The first argument must be a POINT.");

    public static AdqlDiagnostic CastToGeometry(string type, SourceSpan span) =>
        new("ADQL-604", $"CAST to {type} is not supported.", span, $"Write {type}(...) with numbers.");

    public static AdqlDiagnostic CentroidOfPolygon(SourceSpan span) => new("ADQL-605", "CENTROID of a POLYGON is not supported.", span);

    public static AdqlDiagnostic NameResolution(SourceSpan span) =>
        new("ADQL-606", "IVO_SIMBADPOINT asks Simbad over the network, which this service doesn't do.", span, "Write the position's degrees: POINT(269.452, 4.693).");
}
