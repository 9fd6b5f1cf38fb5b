using Archive.Adql;
using Archive.Adql.Translation;
using Archive.Bench.Data;
using Archive.Catalogue.Tables;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>Text to SQL for each of the tutorial's queries.</summary>
[Subject("ADQL to SQL, query by query", "query", 1, "The queries of KOA's PyVO tutorial against koa_hires with its 384 columns.")]
public class AdqlQueryBenchmarks
{
    private readonly TableSet tables = HiresTables.Make();

    public static IEnumerable<string> Queries => TutorialQueries.ByName.Keys;

    [ParamsSource(nameof(Queries))]
    public string Query { get; set; } = "";

    [Benchmark(Description = "compile")]
    public TranslatedQuery Compile() => AdqlCompiler.Compile(TutorialQueries.ByName[Query], tables, AdqlOptions.Default);
}
