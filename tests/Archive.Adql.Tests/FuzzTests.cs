using System.Diagnostics;
using System.Text.RegularExpressions;
using Archive.Adql.Diagnostics;
using Archive.Adql.Printing;

namespace Archive.Adql.Tests;

/// <summary>
/// Mutated queries, the same ones in each run. Whatever comes in, either SQL or an <see cref="AdqlException"/> comes out, soon; and what parses can be printed and parsed again.
/// </summary>
public sealed partial class FuzzTests
{
    private const int Inputs = 200_000;

    private static readonly string[] Pieces =
    [
        "(", ")", ",", ".", "*", "+", "-", "/", "||", "=", "<>", "<=", "'", "\"", "--", ";", " ", "\n", "\0", "é", "\ud800", "%", "`", "0", "1", "-1", "1e308", "9223372036854775808", ".5",
        "select ", " from ", " where ", " group by ", " order by ", " having ", " union ", " intersect ", " join ", " natural ", " left ", " on ", " using (", " as ", " and ", " or ", " not ",
        " in (", " between ", " like ", " is null", "exists (", "distinct ", "top 3 ", " offset 2", "null", "count(*)", "sum(", "min(", "point(", "circle(", "box(", "polygon(", "contains(", "distance(",
        "centroid(", "coord1(", "cast(", " as integer)", "coalesce(", "to_date(", "to_char(", "'2009-01-01'", "'YYYY-MM-DD'", "ra", "dec", "koaid", "utdatetime", "date_obs", "iscalib", "koa_hires", "koa_nirc2",
        "proposals", "TAP_SCHEMA.columns", "\"size\"", "h.", "with x as (",
    ];

    [Fact]
    public void Mutated_queries_are_translated_or_refused()
    {
        // Queries that translate are there three times, so that enough of what comes out of the mutations translates as well.
        var sound = new[] { "tutorial.cases", "bench.cases", "translation.cases", "geometry.cases", "explained.cases" }.SelectMany(file => CaseFile.Read(file, "=$:|")).ToArray();
        var corpus = sound.Concat(sound).Concat(sound).Concat(CaseFile.Read("accepted.cases")).Concat(CaseFile.Read("unresolved.cases", "!")).Select(item => item.Query).ToArray();
        var random = new Random(414_960);
        var (translated, slowest, slowestQuery) = (0, TimeSpan.Zero, "");
        for (var i = 0; i < Inputs; i++)
        {
            var query = Mutate(corpus[random.Next(corpus.Length)], corpus, random);
            var start = Stopwatch.GetTimestamp();
            try
            {
                AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default);
                translated++;
                if (translated % 16 == 0) RoundTrip(query);
            }
            catch (AdqlException error)
            {
                if (i % 64 == 0) Assert.NotEmpty(error.Message);
                Assert.All(error.Diagnostics, found => Assert.InRange(found.Span.Offset, 0, query.Length));
            }
            catch (Exception error)
            {
                Assert.Fail($"Input {i}: {query}\n{error}");
            }

            var elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > slowest) (slowest, slowestQuery) = (elapsed, query);
        }

        Assert.True(slowest < TimeSpan.FromSeconds(2), $"took {slowest}: {slowestQuery}");
        Assert.InRange(translated, Inputs / 50, Inputs);
    }

    private static void RoundTrip(string query)
    {
        var tree = AdqlCompiler.Parse(query, AdqlOptions.Default);
        Assert.Equal(tree, AdqlCompiler.Parse(AdqlPrinter.Print(tree), AdqlOptions.Default));
    }

    private static string Mutate(string query, string[] corpus, Random random)
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
