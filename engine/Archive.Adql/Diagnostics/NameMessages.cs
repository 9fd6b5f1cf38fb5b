using Archive.Adql.Syntax;
using Archive.Adql.Text;

namespace Archive.Adql.Diagnostics;

/// <summary>Names that mean nothing, or too much: ADQL-3xx.</summary>
internal static class NameMessages
{
    public static AdqlDiagnostic UnknownColumn(Identifier name, string where, string? nearest) => new("ADQL-301",
        $"There is no column {Clip(name)} in {where}.", name.Span,
        name.Matches(new Identifier("ROWNUM", false, name.Span)) ? "Write TOP and the number of rows behind SELECT."
        : nearest is not null ? $"Did you mean {nearest}?" : name.IsDelimited ? $"Text is written in single quotes: '{Clip(name.Text)}'." : null);

    public static AdqlDiagnostic AmbiguousColumn(Identifier name, string first, string second) => first == second
        ? new("ADQL-302", $"Two columns of {first} are called {Clip(name)}.", name.Span, "Give one of them an alias.")
        : new("ADQL-302", $"The column {Clip(name)} is in both {first} and {second}.", name.Span, $"Write {first}.{Clip(name)} or {second}.{Clip(name)}.");

    public static AdqlDiagnostic UnknownTable(string name, SourceSpan span, string? nearest) => new("ADQL-303",
        $"There is no table {Clip(name)}.", span, name.Equals("dual", StringComparison.OrdinalIgnoreCase) ? "A value that needs no table can be selected from any: SELECT TOP 1 x FROM TAP_SCHEMA.tables."
        : nearest is null ? "SELECT table_name FROM TAP_SCHEMA.tables lists the tables." : $"Did you mean {nearest}?");

    public static AdqlDiagnostic UnknownQualifier(string name, SourceSpan span, string? alias) => new("ADQL-304",
        $"No table in FROM is called {Clip(name)}.", span, alias is null ? null : $"Its alias {alias} takes the place of its name.");

    public static AdqlDiagnostic DuplicateTableName(Identifier name) => new("ADQL-305",
        $"Two tables in FROM are called {Clip(name)}.", name.Span, "Give each an alias of its own.");

    public static AdqlDiagnostic UnknownFunction(Identifier name, string? nearest) => new("ADQL-306",
        $"There is no function {Clip(name)}.", name.Span, ForeignWords.ForFunction(name.Text) ?? (nearest is null ? null : $"Did you mean {nearest}?"));

    public static AdqlDiagnostic DuplicateQueryName(Identifier name) => new("ADQL-307", $"Two queries of the WITH clause are called {Clip(name)}.", name.Span);

    public static AdqlDiagnostic UnknownOutputColumn(SourceSpan span) => new("ADQL-308",
        "Behind UNION, EXCEPT or INTERSECT only columns of the result can order it.", span, "Name a column of the first SELECT, or give its position.");

    public static AdqlDiagnostic NoCommonColumns(SourceSpan span) => new("ADQL-309",
        "The two tables of the NATURAL join have no column name in common.", span, "Write JOIN with ON and a condition.");

    public static AdqlDiagnostic PositionOutOfRange(string position, int count, SourceSpan span) =>
        new("ADQL-310", FormattableString.Invariant($"There is no column {Clip(position)}: the select list has {count}."), span);

    private static string Clip(Identifier name) => name.IsDelimited ? $"\"{Clip(name.Text)}\"" : Clip(name.Text);

    private static string Clip(string name) => name.Length <= 64 ? name : string.Concat(name.AsSpan(0, 64), "...");
}
