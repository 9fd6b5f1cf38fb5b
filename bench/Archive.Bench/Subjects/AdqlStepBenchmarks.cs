using Archive.Adql;
using Archive.Adql.Resolution.Tree;
using Archive.Adql.Syntax;
using Archive.Adql.Translation;
using Archive.Bench.Data;
using Archive.Catalogue.Tables;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>The steps from text to SQL, each over all of the tutorial's queries.</summary>
[Subject("ADQL to SQL, step by step", "query", QueryCount, "All 11 queries of KOA's PyVO tutorial, one after the other.")]
public class AdqlStepBenchmarks
{
    private const int QueryCount = 11;

    private readonly TableSet tables = HiresTables.Make();
    private readonly string[] texts = [.. TutorialQueries.ByName.Values];
    private readonly QuerySpecification[] parsed = new QuerySpecification[QueryCount];
    private readonly ResolvedQuery[] resolved = new ResolvedQuery[QueryCount];
    private readonly TranslatedQuery[] translated = new TranslatedQuery[QueryCount];

    [GlobalSetup]
    public void PrepareSteps()
    {
        Parse();
        Resolve();
    }

    [Benchmark(Description = "parse")]
    public QuerySpecification[] Parse()
    {
        for (var i = 0; i < QueryCount; i++) parsed[i] = AdqlCompiler.Parse(texts[i], AdqlOptions.Default);
        return parsed;
    }

    [Benchmark(Description = "resolve")]
    public ResolvedQuery[] Resolve()
    {
        for (var i = 0; i < QueryCount; i++) resolved[i] = AdqlCompiler.Resolve(parsed[i], texts[i], tables, AdqlOptions.Default);
        return resolved;
    }

    [Benchmark(Description = "translate")]
    public TranslatedQuery[] Translate()
    {
        for (var i = 0; i < QueryCount; i++) translated[i] = AdqlCompiler.Translate(resolved[i], AdqlOptions.Default);
        return translated;
    }
}
