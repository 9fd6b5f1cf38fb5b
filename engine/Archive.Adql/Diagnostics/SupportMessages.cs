using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Queries that are ADQL but ask for what this service doesn't offer: ADQL-6xx.</summary>
internal static class SupportMessages
{
    public static AdqlDiagnostic NameResolution(SourceSpan span) =>
        new("ADQL-606", "IVO_SIMBADPOINT asks Simbad over the network, which this service doesn't do.", span, "Write the position's degrees: POINT(269.452, 4.693).");
}
