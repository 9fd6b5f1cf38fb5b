using Archive.Adql.Printing;

namespace Archive.Adql.Tests;

/// <summary>What explain shows of a resolved query.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void The_outline_shows_sources_types_and_constants() => CaseFile.Check("explained.cases", "|", query =>
    {
        var options = AdqlOptions.Default;
        var resolved = AdqlCompiler.Resolve(AdqlCompiler.Parse(query, options), query, ObservationTables.All, options);
        return string.Join('\n', ResolvedPrinter.Print(resolved).TrimEnd('\n').Split('\n').Select(line => "| " + line));
    });
}
