using System.Diagnostics;
using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Printing;

namespace Archive.Adql.Tests;

/// <summary>
/// Mutated queries, the same ones in each run. Whatever comes in, either SQL or an <see cref="AdqlException"/> comes out, soon; and what parses can be printed and parsed again.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>A short run, unless the environment asks for a long one, of inputs of its own.</summary>
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("ADQL_FUZZ_INPUTS"), CultureInfo.InvariantCulture, out var inputs) ? inputs : 200_000;

    [Fact]
    public void Mutated_queries_are_translated_or_refused()
    {
        var corpus = QueryMutations.Corpus();
        var random = new Random(Inputs);
        var (translated, slowest, slowestQuery) = (0, TimeSpan.Zero, "");
        for (var i = 0; i < Inputs; i++)
        {
            var query = QueryMutations.Mutate(corpus[random.Next(corpus.Length)], corpus, random);
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
}
