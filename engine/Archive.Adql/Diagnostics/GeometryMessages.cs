using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Shapes that are none, or that stand where none can: ADQL-5xx.</summary>
internal static class GeometryMessages
{
    public static AdqlDiagnostic GeometryAsValue(string function, SourceSpan span) => new("ADQL-501",
        $"{function} makes a shape, and a shape can't stand here.", span, "Shapes are arguments of CONTAINS, DISTANCE, CENTROID, COORD1 and COORD2.");

    public static AdqlDiagnostic NotAGeometry(string wanted, SourceSpan span) => new("ADQL-502", $"Expected {wanted} here.", span);

    public static AdqlDiagnostic WrongCoordinateCount(string function, string wanted, SourceSpan span) => new("ADQL-503", $"{function} takes {wanted}.", span);

    public static AdqlDiagnostic LatitudeOutOfRange(double degrees, SourceSpan span) =>
        new("ADQL-504", FormattableString.Invariant($"The latitude {degrees} is not between -90 and 90 degrees."), span);

    public static AdqlDiagnostic InvalidShape(string reason, SourceSpan span) => new("ADQL-505", reason, span);

}
