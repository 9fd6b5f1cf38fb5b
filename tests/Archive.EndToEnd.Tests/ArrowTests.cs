using System.Reflection;

namespace Archive.EndToEnd.Tests;

/// <summary>Holds the direction of the arrows between projects: who may know whom.</summary>
public class ArrowTests
{
    [Theory]
    [InlineData("Archive.Sky", "")]
    [InlineData("Archive.DuckDb", "")]
    [InlineData("Archive.Catalogue", "")]
    [InlineData("Archive.Adql", "Archive.Catalogue Archive.Sky")]
    [InlineData("Archive.Formats", "Archive.Catalogue Archive.DuckDb")]
    [InlineData("Archive.Engine", "Archive.Adql Archive.Catalogue Archive.DuckDb Archive.Sky")]
    [InlineData("Archive.Ingest", "Archive.Catalogue Archive.DuckDb Archive.Formats Archive.Sky")]
    [InlineData("Archive.Tap", "Archive.Adql Archive.Catalogue Archive.DuckDb Archive.Engine Archive.Formats")]
    [InlineData("Archive.DataSamples", "Archive.Catalogue Archive.DuckDb Archive.Ingest Archive.Sky")]
    public void A_project_knows_only_those_before_it(string project, string mayKnow)
    {
        var known = Assembly.Load(project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Archive.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Empty(known.Except(mayKnow.Split(' ')));
    }

    /// <summary>Only the layer over DuckDB's C API may know how DuckDB is called, and only the facade may know HTTP.</summary>
    [Theory]
    [InlineData("Microsoft.AspNetCore", "Archive.Tap archive")]
    [InlineData("System.CommandLine", "archive")]
    public void Outside_libraries_stay_where_they_belong(string library, string users)
    {
        string[] projects = ["Archive.Sky", "Archive.DuckDb", "Archive.Catalogue", "Archive.Adql", "Archive.Formats", "Archive.Engine", "Archive.Ingest", "Archive.Tap", "Archive.DataSamples", "archive"];
        var using_ = projects.Where(project => Assembly.Load(project).GetReferencedAssemblies().Any(reference => reference.Name!.StartsWith(library, StringComparison.Ordinal)));
        Assert.Empty(using_.Except(users.Split(' ')));
    }

    [Fact]
    public void Every_project_of_the_archive_is_held_by_this_test()
    {
        var folders = new[] { "engine", "ingest", "data-samples" }.SelectMany(top => Directory.EnumerateDirectories(Path.Combine(SharedData.RepositoryRoot, top), "Archive.*"));
        var tested = typeof(ArrowTests).GetMethod(nameof(A_project_knows_only_those_before_it))!.GetCustomAttributes<InlineDataAttribute>()
            .Select(attribute => (string)attribute.GetData(null!).Single()[0]);
        Assert.Equal(folders.Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }
}
