using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Shapes that are none, or that stand where none can: ADQL-5xx.</summary>
internal static class GeometryMessages
{
    public static AdqlDiagnostic RegionAsValue(SourceSpan span) => new("ADQL-501",
        "A region of several parts can't stand here.", span, "It is an argument of CONTAINS, INTERSECTS, AREA and CENTROID; a point, a circle or a polygon can be selected.");

    public static AdqlDiagnostic NotAGeometry(string wanted, string found, SourceSpan span) => new("ADQL-502", $"Expected {wanted} here, not {found}.", span);

    public static AdqlDiagnostic WrongCoordinateCount(string function, string wanted, SourceSpan span) => new("ADQL-503", $"{function} takes {wanted}.", span);

    public static AdqlDiagnostic LatitudeOutOfRange(double degrees, SourceSpan span) =>
        new("ADQL-504", FormattableString.Invariant($"The latitude {degrees} is not between -90 and 90 degrees."), span);

    public static AdqlDiagnostic InvalidShape(string reason, SourceSpan span) => new("ADQL-505", reason, span);

    public static AdqlDiagnostic NotDaliText(string text, string type, SourceSpan span) => new("ADQL-506",
        $"'{(text.Length <= 64 ? text : text[..64] + "...")}' is not a {type}.", span, "Write the numbers in degrees with blanks between: '12.3 45.6' is a point, '12.3 45.6 1' a circle, '1 0 2 0 2 1' a polygon.");

    public static AdqlDiagnostic UnknownCoordinateSystem(string name, SourceSpan span) => new("ADQL-508",
        $"'{(name.Length <= 40 ? name : name[..40] + "...")}' is not a coordinate system.", span, "The frames are ICRS, FK5, FK4, GALACTIC, ECLIPTIC and SUPERGALACTIC; without one a geometry is in ICRS.");

    public static AdqlDiagnostic NotARegion(string reason, SourceSpan span, string hint) => new("ADQL-509", reason, span, hint);

    public static AdqlDiagnostic NoOrder(string found, string where, SourceSpan span) => new("ADQL-507", $"{where} needs values that have an order; {found} has none.", span, "COORD1 and COORD2, AREA or DISTANCE make numbers of it.");
}
