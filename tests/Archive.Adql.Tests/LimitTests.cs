using System.Diagnostics;
using Archive.Adql.Diagnostics;

namespace Archive.Adql.Tests;

/// <summary>Queries that are hostile by their size: refused, quickly, and without exhausting the stack.</summary>
public sealed class LimitTests
{
    public static TheoryData<string, string> HostileQueries => new()
    {
        { "ADQL-903", $"select {Repeat("(", 10_000)}1{Repeat(")", 10_000)} from koa_hires" },
        { "ADQL-903", $"select koaid from koa_hires where {Repeat("(", 10_000)}ra = 1{Repeat(")", 10_000)}" },
        { "ADQL-903", $"select koaid from koa_hires where {Repeat("(", 10_000)}" },
        { "ADQL-903", $"select koaid from koa_hires where {Repeat("not (", 10_000)}ra = 1{Repeat(")", 10_000)}" },
        { "ADQL-903", $"select {Repeat("abs(", 10_000)}1{Repeat(")", 10_000)} from koa_hires" },
        { "ADQL-903", $"select {Repeat("point(", 10_000)}1{Repeat(")", 10_000)} from koa_hires" },
        { "ADQL-903", $"{Repeat("(", 10_000)}select 1 from koa_hires{Repeat(")", 10_000)}" },
        { "ADQL-903", $"select koaid from {Repeat("(select koaid from ", 10_000)}koa_hires{Repeat(") a", 10_000)}" },
        { "ADQL-903", $"select koaid from {Repeat("(", 10_000)}koa_hires" },
        { "ADQL-903", $"{Repeat("select koaid from koa_hires where koaid in (", 10_000)}" },
        { "ADQL-904", $"select {Repeat("1 + ", 10_000)}1 from koa_hires" },
        { "ADQL-904", $"select {Repeat("koaid || ", 10_000)}koaid from koa_hires" },
        { "ADQL-904", $"select a.koaid from koa_hires a{Repeat(" natural join koa_hires", 10_000)}" },
        { "ADQL-904", $"select 1 from koa_hires{Repeat(", koa_hires", 10_000)}" },
        { "ADQL-904", $"select 1 from koa_hires{Repeat(" union select 1 from koa_hires", 10_000)}" },
        { "ADQL-905", $"select {Repeat("h.*, ", 2_000)}1 from koa_hires h" },
        { "ADQL-905", $"select {Repeat("1, ", 30_000)}1 from koa_hires h" },
        { "ADQL-906", $"select ra from koa_hires order by {Repeat("ra, ", 2_000)}ra" },
        { "ADQL-906", $"select ra from koa_hires group by {Repeat("ra, ", 2_000)}ra" },
        { "ADQL-902", $"select {Repeat("a,", 300_000)} from koa_hires" },
        { "ADQL-901", $"select '{Repeat("x", 1 << 20)}' from koa_hires" },
        { "ADQL-102", $"select '{Repeat("x", 1_000_000)}" },
        { "ADQL-301", $"select {Repeat("nonesuch, ", 60_000)}1 from koa_hires" },
    };

    [Theory]
    [MemberData(nameof(HostileQueries))]
    public void A_hostile_query_is_refused_quickly(string code, string query)
    {
        var timer = Stopwatch.StartNew();
        var error = Assert.Throws<AdqlException>(() => Compile(query));
        Assert.Equal(code, error.Diagnostics[0].Code);
        Assert.True(error.Message.Length < 20_000, "the report is bounded as well");
        // Generous, since the machine may be busy; each takes some milliseconds.
        Assert.True(timer.ElapsedMilliseconds < 2000, $"took {timer.ElapsedMilliseconds} ms");
    }

    public static TheoryData<string> LargeQueries => new()
    {
        { $"select {Repeat("coalesce(", 127)}ra{Repeat(", dec)", 127)} from koa_hires" },
        { $"select {Repeat("(", 127)}1{Repeat(")", 127)} from koa_hires" },
        { $"select koaid from koa_hires where {Repeat("not (", 127)}ra = 1{Repeat(")", 127)}" },
        { $"select {Repeat("abs(", 127)}1{Repeat(")", 127)} from koa_hires" },
        { $"select {Repeat("(", 100)}1{Repeat(" + 1)", 100)}{Repeat(" + 1", 410)} from koa_hires" },
        { $"select {Repeat("abs(1 + ", 127)}1{Repeat(")", 127)}{Repeat(" - 1", 384)} from koa_hires" },
        { $"select 1 from koa_hires{Repeat(" union select 1 from koa_hires", 250)}" },
        { $"select 1 from koa_hires a0{string.Concat(Enumerable.Range(1, 250).Select(i => $" join koa_hires a{i} on a{i}.ra = a0.ra"))}" },
        { $"{Repeat("select koaid from koa_hires where koaid in (", 100)}'x'{Repeat(")", 100)}" },
        { $"select koaid from koa_hires where koaid in ({Repeat("'HI.20040824.12345.fits', ", 40_000)}'x')" },
        { $"select koaid from koa_hires where {Repeat("frameno = 1 or ", 40_000)}frameno = 2" },
        { $"select {Repeat("sum(ra), ", 10_000)}1 from koa_hires" },
        { $"select ra{Repeat(" ", 1_000_000)}from koa_hires" },
    };

    [Theory]
    [MemberData(nameof(LargeQueries))]
    public void A_large_query_within_the_limits_fits_half_the_usual_stack(string query)
    {
        Exception? failure = null;
        // A thread of the pool has 1.5 MB.
        var thread = new Thread(() => failure = Record.Exception(() => Compile(query)), 768 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static void Compile(string query) => AdqlCompiler.Compile(query, ObservationTables.All, AdqlOptions.Default);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
