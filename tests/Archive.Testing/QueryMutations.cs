using System.Text.RegularExpressions;

namespace Archive.Testing;

/// <summary>Queries made of the cases' by small changes, so that many of them are nearly right.</summary>
public static partial class QueryMutations
{
    private static readonly string[] Pieces =
    [
        "(", ")", ",", ".", "*", "+", "-", "/", "||", "=", "<>", "<=", "'", "\"", "--", ";", " ", "\n", "\0", "é", "\ud800", "%", "`", "0", "1", "-1", "1e308", "9223372036854775808", ".5",
        "select ", " from ", " where ", " group by ", " order by ", " having ", " union ", " intersect ", " join ", " natural ", " left ", " on ", " using (", " as ", " and ", " or ", " not ",
        " in (", " between ", " like ", " is null", "exists (", "distinct ", "top 3 ", " offset 2", "null", "count(*)", "sum(", "min(", "point(", "circle(", "box(", "polygon(", "contains(", "distance(",
        "centroid(", "intersects(", "area(", "region(", "'union icrs (circle 1 2 3 box 4 5 6 7)'", "moc(", "'3/3-10 5/1'", "in_unit(", "'arcsec'", "0x1F", "ivo_healpix_index(", "ivo_histogram(", "ivo_string_agg(", "coord1(", "cast(", " as integer)", "coalesce(", "to_date(", "to_char(", "'2009-01-01'", "'YYYY-MM-DD'", "ra", "dec", "koaid", "utdatetime", "date_obs", "iscalib", "koa_hires", "koa_nirc2",
        "proposals", "TAP_SCHEMA.columns", "\"size\"", "h.", "with x as (", " as point)", "'galactic'", "distance(h.ra, h.dec, n.ra, n.dec) < 0.1", " left join koa_nirc2 n on ", "exists (select * from koa_nirc2 n where ",
    ];

    /// <summary>The queries to begin with. Those that translate are there three times, so that enough of what comes out of the mutations translates as well.</summary>
    public static string[] Corpus()
    {
        var sound = new[] { "tutorial.cases", "bench.cases", "translation.cases", "geometry.cases", "joins.cases", "habits.cases", "explained.cases" }.SelectMany(file => CaseFile.Read(file, "=$:|")).ToArray();
        return [.. sound.Concat(sound).Concat(sound).Concat(CaseFile.Read("accepted.cases")).Concat(CaseFile.Read("unresolved.cases", "!")).Concat(CaseFile.Read("dialects.cases", "!")).Select(item => item.Query)];
    }

    public static string Mutate(string query, string[] corpus, Random random)
    {
        for (var edits = random.Next(4) == 0 ? 3 : 1; edits > 0; edits--)
        {
            var at = random.Next(query.Length + 1);
            var length = Math.Min(random.Next(1, 12), query.Length - at);
            query = random.Next(12) switch
            {
                < 6 => ExchangeWord(query, corpus[random.Next(corpus.Length)], random),
                6 => query.Insert(at, Pieces[random.Next(Pieces.Length)]),
                7 => query.Remove(at, length),
                8 => query.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
                9 => query.Insert(at, query.Substring(at, length)),
                10 => query[..at] + corpus[random.Next(corpus.Length)],
                _ => query.Insert(at, ((char)random.Next(0, 256)).ToString()),
            };
        }

        return query;
    }

    /// <summary>Puts a word, number, text or sign of another query in place of one of its kind in this.</summary>
    private static string ExchangeWord(string query, string other, Random random)
    {
        var here = Word().Matches(query);
        if (here.Count == 0) return query;
        var old = here[random.Next(here.Count)];
        var there = Word().Matches(other).Where(match => Kind(match) == Kind(old)).ToArray();
        return there.Length == 0 ? query : query.Remove(old.Index, old.Length).Insert(old.Index, there[random.Next(there.Length)].Value);

        static char Kind(Match match) => char.IsLetter(match.Value[0]) ? 'a' : char.IsDigit(match.Value[0]) ? '0' : match.Value[0] is '<' or '>' or '!' ? '=' : match.Value[0];
    }

    [GeneratedRegex("[A-Za-z_]+[0-9_]*|[0-9.]+|'[^']*'|[<>=!]+")]
    private static partial Regex Word();
}
