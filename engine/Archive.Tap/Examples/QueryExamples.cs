using Archive.Adql.Lexing;
using Archive.Catalogue.Tables;
using Archive.Tap.Parameters;

namespace Archive.Tap.Examples;

/// <summary>The examples of an archive, made of the tables that it has; the page for people and /examples draw on them.</summary>
internal static class QueryExamples
{
    private const int MostTables = 5;

    public static IEnumerable<QueryExample> Of(TableSet tables)
    {
        var own = tables.Tables.Where(table => table.Schema != TapSchema.SchemaName).OrderBy(table => table.Position is null).ThenBy(IngestSchema.Has).Take(MostTables).ToList();
        return [.. own.SelectMany(OfTable), .. own.SelectMany(TutorialExamples.Of), .. OfTapSchema(own.FirstOrDefault())];
    }

    private static IEnumerable<QueryExample> OfTable(Table table)
    {
        var (name, id) = (table.ListedName, IdOf(table));
        yield return new QueryExample(id + "-count", $"Number of rows of {name}", "COUNT(*) counts rows; AS gives the column of the result a name.", $"SELECT COUNT(*) AS total FROM {name}", name);
        if (table.Position is { } position)
        {
            var (ra, dec) = (Identifiers.AsWritten(position.RightAscension), Identifiers.AsWritten(position.Declination));
            yield return new QueryExample(id + "-cone", $"Rows of {name} near a position", "The circle is a position and a radius, all in ICRS degrees; such a search is fast.",
                $"SELECT TOP 100 {Leading(table)}{ra}, {dec}\nFROM {name}\nWHERE CONTAINS(POINT('ICRS', {ra}, {dec}), CIRCLE('ICRS', 262.0, 17.0, 1.0)) = 1", name);
        }
        else
        {
            yield return new QueryExample(id + "-rows", $"Some rows of {name}", "TOP says how many rows shall come at most.", $"SELECT TOP 10 * FROM {name}", name);
        }

        if (table.UtDateColumn is { } date)
        {
            var column = Identifiers.AsWritten(date);
            yield return new QueryExample(id + "-nights", $"Rows of {name}, night by night", "GROUP BY makes one row of all that have the same value.",
                $"SELECT {column}, COUNT(*) AS total\nFROM {name}\nGROUP BY {column}\nORDER BY {column}", name);
            yield return new QueryExample(id + "-dates", $"Rows of {name} in a range of UT dates", "Dates are written as text, year first.",
                $"SELECT TOP 100 {Leading(table)}{column}\nFROM {name}\nWHERE {column} >= '2009-01-01' AND {column} < '2009-02-01'", name);
        }
    }

    private static IEnumerable<QueryExample> OfTapSchema(Table? table)
    {
        yield return new QueryExample("tables", "Tables of this service", "TAP_SCHEMA describes the service; it is asked like any other table.", "SELECT table_name, description FROM TAP_SCHEMA.tables", "TAP_SCHEMA.tables");
        if (table is not null)
        {
            yield return new QueryExample("columns", $"Columns of {table.ListedName}", "The unit and the UCD say what kind of quantity a column holds.",
                $"SELECT column_name, datatype, unit, ucd, description\nFROM TAP_SCHEMA.columns\nWHERE table_name = {AdqlText.Literal(table.ListedName)}", "TAP_SCHEMA.columns");
        }
    }

    /// <summary>The key, where there is one, to say which row it is.</summary>
    private static string Leading(Table table) => table.KeyColumn is { } key ? Identifiers.AsWritten(key) + ", " : "";

    private static string IdOf(Table table) => string.Concat(table.ListedName.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).Trim('-');
}
