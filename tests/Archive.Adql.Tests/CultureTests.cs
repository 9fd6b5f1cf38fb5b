using System.Globalization;
using Archive.Adql.Diagnostics;
using Archive.Adql.Printing;

namespace Archive.Adql.Tests;

/// <summary>Nothing depends on the language of the machine: decimal commas, dots in dates, the Turkish i.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Every_case_comes_out_the_same(string culture)
    {
        var queries = new[] { "tutorial.cases", "translation.cases", "geometry.cases" }.SelectMany(file => CaseFile.Read(file, "=$:"))
            .Concat(CaseFile.Read("unresolved.cases", "!")).Select(item => item.Query).ToArray();
        var expected = queries.Select(Outcome).ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, queries.Select(Outcome));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Outcome(string query)
    {
        try
        {
            var options = AdqlOptions.Default;
            var tree = AdqlCompiler.Parse(query, options);
            var resolved = AdqlCompiler.Resolve(tree, query, ObservationTables.All, options);
            return AdqlPrinter.Print(tree) + ResolvedPrinter.Print(resolved) + AdqlCompiler.Translate(resolved, options).Sql;
        }
        catch (AdqlException error)
        {
            return error.Message;
        }
    }
}
