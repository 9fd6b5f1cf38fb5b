using Archive.Adql.Translation;

namespace Archive.Adql.Tests;

/// <summary>Queries that aren't all ADQL are answered, and their standard form is told.</summary>
public sealed class StandardFormTests
{
    private const string Marks = "=&";

    private static readonly AdqlOptions Options = new() { Time = new FixedTime() };

    [Fact]
    public void The_standard_form_is_that_of_the_case() => CaseFile.Check("habits.cases", Marks, query =>
    {
        var standard = Compile(query).Standard;
        return $"= {standard?.Text ?? "as it is"}" + (standard is { ServiceFunctions.Length: > 0 } ? "\n& " + string.Join(", ", standard.ServiceFunctions) : "");
    });

    [Fact]
    public void The_standard_form_means_the_same_and_is_standard()
    {
        foreach (var item in CaseFile.Read("habits.cases", Marks))
        {
            var query = Compile(item.Query);
            if (query.Standard?.Text is not { } text) continue;
            var standard = Compile(text);
            Assert.Null(standard.Standard?.Text);
            Assert.Equal(query.Columns.Select(column => column.Type.Datatype), standard.Columns.Select(column => column.Type.Datatype));
            if (!item.Query.Contains("concat", StringComparison.Ordinal)) Assert.Equal((query.Sql, string.Join(',', query.Parameters)), (standard.Sql, string.Join(',', standard.Parameters)));
        }
    }

    [Fact]
    public void A_column_called_sysdate_is_that_column() =>
        Assert.Null(Compile("select sysdate from (select ra as sysdate from koa_hires) x").Standard);

    private static TranslatedQuery Compile(string query) => AdqlCompiler.Compile(query, ObservationTables.All, Options);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 34, 56, 789, TimeSpan.Zero);
    }
}
