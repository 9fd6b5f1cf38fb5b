using System.Text;
using Archive.Adql.Printing;

namespace Archive.Adql.Tests;

/// <summary>Parse, print, parse, compare: what the parser read is all there, and the printer knows when brackets are needed.</summary>
public sealed class PrintingTests
{
    [Theory]
    [InlineData("accepted.cases", "")]
    [InlineData("tutorial.cases", "=$:")]
    [InlineData("bench.cases", "=$:")]
    [InlineData("translation.cases", "=$:")]
    [InlineData("geometry.cases", "=$:")]
    public void What_is_printed_parses_to_an_equal_tree(string file, string marks)
    {
        var wrong = new StringBuilder();
        var cases = CaseFile.Read(file, marks);
        foreach (var item in cases)
        {
            var tree = AdqlCompiler.Parse(item.Query, AdqlOptions.Default);
            var printed = AdqlPrinter.Print(tree);
            var again = AdqlCompiler.Parse(printed, AdqlOptions.Default);
            if (tree != again || printed != AdqlPrinter.Print(again)) wrong.Append(item.Query).Append('\n').Append(printed).Append("\n\n");
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
        if (file == "accepted.cases") Assert.True(cases.Count >= 150, $"only {cases.Count} cases");
    }

    [Theory]
    [InlineData("select a from t where a = 1", "select a from t where a = 2")]
    [InlineData("select a - (b - c) from t", "select a - b - c from t")]
    [InlineData("select a from t where a = 1 or b = 2 and c = 3", "select a from t where (a = 1 or b = 2) and c = 3")]
    [InlineData("select a from t union select b from u", "select a from t union all select b from u")]
    [InlineData("select \"a\" from t", "select a from t")]
    [InlineData("select a from t", "select A from t")]
    [InlineData("select a from t join (u join v using (a)) using (a)", "select a from t join u using (a) join v using (a)")]
    [InlineData("select a from t group by a, b", "select a from t group by a")]
    public void Different_queries_have_different_trees(string first, string second) =>
        Assert.NotEqual(AdqlCompiler.Parse(first, AdqlOptions.Default), AdqlCompiler.Parse(second, AdqlOptions.Default));
}
