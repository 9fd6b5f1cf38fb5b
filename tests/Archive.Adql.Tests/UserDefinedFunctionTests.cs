using System.Text.RegularExpressions;
using Archive.Adql.Resolution.Functions;
using Archive.Adql.Resolution.Functions.UserDefined;
using Archive.Adql.Translation;

namespace Archive.Adql.Tests;

/// <summary>What holds of the list of user-defined functions as a whole.</summary>
public sealed partial class UserDefinedFunctionTests
{
    public static TheoryData<string> Signatures => [.. UserDefinedFunctions.All.Select(function => function.Signature)];

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Each_is_declared_as_TAPRegExt_has_it_with_an_example_that_uses_it(string signature)
    {
        var function = UserDefinedFunctions.All.Single(function => function.Signature == signature);
        // The form that TAPRegExt 1.0, section 2.3 describes and taplint checks.
        Assert.Matches(@"^[a-z][a-z0-9_]*\(([a-z][a-z0-9_]* [A-Z]+[A-Z \[\]]*(, |\)))*\)? -> [A-Z]+[A-Z \[\]]*$", signature);
        Assert.Matches(@"^[A-Z0-9].*\.$", function.Description);
        Assert.Contains(function.Name + "(", function.Example, StringComparison.Ordinal);
        var compiled = AdqlCompiler.Compile($"SELECT {function.Example} AS x FROM TAP_SCHEMA.tables", ObservationTables.All, AdqlOptions.Default);
        if (function.Result is AdqlType.Integer or AdqlType.BigInt or AdqlType.DoublePrecision) Assert.True(compiled.Columns[0].Type.IsNumeric);
    }

    /// <summary>Else the SQL of nested calls would double at each level.</summary>
    [Fact]
    public void No_function_writes_an_argument_twice() => Assert.All(DuckDbFunctions.Templates.Values, template =>
        Assert.Distinct(Argument().Matches(template).Select(match => match.Value)));

    [Fact]
    public void None_hides_a_function_of_ADQL() => Assert.All(UserDefinedFunctions.All, function => Assert.Null(Lexing.ReservedWords.Find(function.Name) is "TRIM" ? null : Lexing.ReservedWords.Find(function.Name)));

    [GeneratedRegex(@"\{.\}")]
    private static partial Regex Argument();
}
