namespace Archive.Tap.Tests;

/// <summary>What the standards of the service and its clients require has tests, here and in other projects, and tests' README shows how many.</summary>
public class RequirementTests
{
    private static readonly RequirementMatrix Matrix = new("Archive.Tap.Tests", "requirements of TAP", "tests");

    private readonly Dictionary<string, int[]> counts = TaggedTests.Count("TDVRUOFPQJE");

    [Fact]
    public void No_requirement_is_without_a_test() => Matrix.RequireTests(counts);

    /// <summary>Where MATRIX_UPDATE is 1 the matrix is written anew.</summary>
    [Fact]
    public void The_matrix_in_the_README_is_true() => Matrix.CheckReadme(counts, Environment.GetEnvironmentVariable("MATRIX_UPDATE") == "1");
}
