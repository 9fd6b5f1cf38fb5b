using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.Formats;
using Archive.Tap.Parameters;

namespace Archive.Tap.ConeSearch;

/// <summary>
/// The columns that a cone search of a table gives, and how the standard wants them told: one identifier as text, one right ascension and one declination in double precision, which
/// go by UCDs of the first generation that no other column has (Simple Cone Search 1.03, section 2.2); the clients in use look for no others.
/// </summary>
internal sealed class ConeColumns(Table table)
{
    private const string IdentifierUcd = "ID_MAIN", RightAscensionUcd = "POS_EQ_RA_MAIN", DeclinationUcd = "POS_EQ_DEC_MAIN";

    private readonly PositionColumns position = table.Position!;

    /// <summary>The query of a cone, made of the catalogue's names and of numbers.</summary>
    public string Query(ConeRequest cone)
    {
        var (ra, dec) = (AdqlText.Name(position.RightAscension), AdqlText.Name(position.Declination));
        var circle = $"CIRCLE({AdqlText.Literal(cone.RightAscension)}, {AdqlText.Literal(cone.Declination)}, {AdqlText.Literal(cone.Radius)})";
        return $"SELECT {string.Join(", ", Shown(cone.Verbosity).Select(Selected))} FROM {AdqlText.Name(table)} WHERE 1 = CONTAINS(POINT({ra}, {dec}), {circle})";
    }

    public ResultDescription Adapt(ResultDescription description) => description with
    {
        Columns = [.. description.Columns.Select(Told)],
        Infos = [new ResultInfo("standardID", "ivo://ivoa.net/std/ConeSearch"), .. description.Infos.Where(info => info.Name != "standardID")],
    };

    /// <summary>1: what the standard asks for; 2: what most users want, or all where the catalogue doesn't say what they want; 3: all.</summary>
    private ImmutableArray<Column> Shown(int verbosity) =>
        verbosity == 3 || (verbosity == 2 && !table.Columns.Any(column => column.IsPrincipal))
            ? table.Columns
            : [.. table.Columns.Where(column => UcdOfRole(column.Name) is not null || (verbosity == 2 && column.IsPrincipal))];

    private string Selected(Column column)
    {
        var name = AdqlText.Name(column.Name);
        return UcdOfRole(column.Name) switch
        {
            null => name,
            IdentifierUcd => column.Type.IsText ? name : $"CAST({name} AS VARCHAR) AS {name}",
            _ => column.Type == ColumnType.Double ? name : $"CAST({name} AS DOUBLE PRECISION) AS {name}",
        };
    }

    private Column Told(Column column)
    {
        var described = table.FindColumn(column.Name)!;
        return UcdOfRole(column.Name) is { } ucd
            ? column with { Ucd = ucd, Unit = ucd == IdentifierUcd ? null : "deg", Description = described.Description }
            : column with { Ucd = described.Ucd };
    }

    /// <summary>The UCD that the standard has for a column's role; null for a column without one.</summary>
    private string? UcdOfRole(string name) =>
        Is(name, table.KeyColumn) ? IdentifierUcd : Is(name, position.RightAscension) ? RightAscensionUcd : Is(name, position.Declination) ? DeclinationUcd : null;

    private static bool Is(string name, string? role) => name.Equals(role, StringComparison.OrdinalIgnoreCase);
}
