using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Units that are none, or don't fit: ADQL-7xx.</summary>
internal static class UnitMessages
{
    public static AdqlDiagnostic NotAUnit(string text, string reason, SourceSpan span) =>
        new("ADQL-701", $"'{Clip(text)}' is not a unit. {reason}", span, "Units are written as VOUnits has them: 'deg', 'km/s', 'mJy', 'erg.s**-1.cm**-2'.");

    public static AdqlDiagnostic NoUnit(SourceSpan span) =>
        new("ADQL-702", "IN_UNIT needs a value with a unit, and this one has none.", span, "SELECT column_name, unit FROM TAP_SCHEMA.columns tells the units; arithmetic keeps them where they fit together.");

    public static AdqlDiagnostic NotConvertible(string from, string to, SourceSpan span) =>
        new("ADQL-703", $"The value is in {Clip(from)}, which can't be converted to {Clip(to)}.", span);

    public static AdqlDiagnostic UnreadableUnit(string unit, string reason, SourceSpan span) =>
        new("ADQL-704", $"The value's unit is '{Clip(unit)}', which can't be read. {reason}", span, "Convert it by arithmetic.");

    private static string Clip(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "...");
}
