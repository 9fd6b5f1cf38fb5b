using System.Reflection;
using System.Text;
using Archive.Engine;
using Archive.Engine.Options;
using Archive.Tap.Options;

namespace Archive.Tap.Tests;

/// <summary>Each limit is declared once, with text, unit and range, and can be set in each place.</summary>
public class OptionTests
{
    [Fact]
    public void Every_property_of_the_options_is_an_option_that_says_what_it_is()
    {
        foreach (var property in typeof(TapOptions).GetProperties().Concat(typeof(EngineOptions).GetProperties()))
        {
            var option = property.GetCustomAttribute<OptionAttribute>();
            Assert.True(option is not null, $"{property.Name} has no [Option].");
            Assert.True(option.Description.EndsWith('.') && option.Unit.Length > 0, $"{property.Name} has no description or no unit.");
            if (property.PropertyType == typeof(int) || property.PropertyType == typeof(long)) Assert.True(option.Minimum >= 0, $"{property.Name} has no range.");
        }

        Assert.Equal(ServiceOption.All.Count, ServiceOption.All.Select(option => option.FileName).Distinct().Count());
    }

    [Theory]
    [InlineData("MaximumUploadRows", "maximum_upload_rows", "--maximum-upload-rows", "ARCHIVE_MAXIMUM_UPLOAD_ROWS")]
    [InlineData("MemoryLimitMegabytes", "memory_limit_megabytes", "--memory-limit-megabytes", "ARCHIVE_MEMORY_LIMIT_MEGABYTES")]
    [InlineData("Urls", "urls", "--urls", "ARCHIVE_URLS")]
    public void Names_follow_from_the_property(string property, string file, string commandLine, string environment)
    {
        var option = ServiceOption.All.Single(option => option.Name == property);
        Assert.Equal((file, commandLine, environment), (option.FileName, option.CommandLineName, option.EnvironmentName));
    }

    [Fact]
    public void A_later_place_is_stronger_than_an_earlier_one()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["archive.json"], """{ "name": "x", "service": { "threads": 1, "maximum_jobs": 5, "log_format": "json", "metrics": false, "refresh_interval": null } }""");
        var settings = new ServiceSettings(OptionLayer.OfFile(folder["archive.json"], "service"), Layer("command line", ("MaximumJobs", "6")));
        Assert.Equal((1, 6, LogFormat.Json, false), (settings.Engine.Threads, settings.Service.MaximumJobs, settings.Service.LogFormat, settings.Service.Metrics));
        var sources = settings.All.ToDictionary(entry => entry.Option.Name, entry => (entry.Value, entry.Source));
        Assert.Equal(("1", folder["archive.json"]), sources["Threads"]);
        Assert.Equal(("6", "command line"), sources["MaximumJobs"]);
        Assert.Equal(("100000000", "default"), sources["HardMaxRows"]);
    }

    [Theory]
    [InlineData("MaximumUploadRows", "0", "MaximumUploadRows is 0 rows, but must be 1 or more. It comes from: here.")]
    [InlineData("MaximumUploadTables", "101", "MaximumUploadTables is 101 tables, but must be 1 to 100. It comes from: here.")]
    [InlineData("DefaultMaxRows", "200000000", "DefaultMaxRows is 200000000 rows, but must be 1 to 100000000, which is HardMaxRows. It comes from: here.")]
    [InlineData("Threads", "many", "Threads takes a whole number of threads, 1 or more, not 'many'. It comes from: here.")]
    [InlineData("Threads", "99999999999", "Threads takes a whole number of threads, 1 or more, not '99999999999'. It comes from: here.")]
    [InlineData("MemoryLimitMegabytes", "63", "MemoryLimitMegabytes is 63 MB, but must be 64 or more. It comes from: here.")]
    [InlineData("Compression", "7", "Compression takes Never, Remote or Always, not '7'. It comes from: here.")]
    [InlineData("Metrics", "perhaps", "Metrics takes true or false, not 'perhaps'. It comes from: here.")]
    [InlineData("PublicUrl", "ftp://x", "PublicUrl must be an absolute http or https address without query, not 'ftp://x'. It comes from: here.")]
    [InlineData("RefreshInterval", "-1", "RefreshInterval is -1.00:00:00, but must be more than 0. It comes from: here.")]
    [InlineData("Urls", " ", "Urls is empty. It takes addresses to listen on, such as http://127.0.0.1:8080. It comes from: here.")]
    public void A_value_that_cannot_be_is_told_with_its_name_range_and_place(string option, string value, string message) =>
        Assert.Equal(message, Assert.Throws<OptionException>(() => new ServiceSettings(Layer("here", (option, value)))).Message);

    [Theory]
    [InlineData("""{ "maximum_uplod_rows": 3 }""", "Did you mean maximum_upload_rows?")]
    [InlineData("""{ "nonsense": 3 }""", "--help")]
    [InlineData("[]", "in an object")]
    [InlineData("{ 3", "isn't readable JSON")]
    [InlineData(null, "can't be read")]
    public void A_file_that_cannot_be_taken_is_told(string? text, string contained)
    {
        using var folder = new TemporaryFolder();
        if (text is not null) File.WriteAllText(folder["options.json"], text);
        var message = Assert.Throws<OptionException>(() => OptionLayer.OfFile(folder["options.json"])).Message;
        Assert.Contains(contained, message, StringComparison.Ordinal);
        Assert.Contains(folder["options.json"], message, StringComparison.Ordinal);
    }

    /// <summary>The table in <c>tools/README.md</c>; OPTIONS_UPDATE=1 writes it anew.</summary>
    [Fact]
    public void The_table_of_options_is_what_the_code_says()
    {
        var table = new StringBuilder("| option | unit | range | default | what |\n|---|---|---|---|---|\n");
        foreach (var option in ServiceOption.All)
        {
            var isOfMachine = option.Description.Contains("processor", StringComparison.Ordinal);
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{option.FileName}` | {option.Unit} | {option.Range} | {(isOfMachine ? "" : option.Default)} | {option.Description} |\n");
        }

        GeneratedSection.Check("tools/README.md", "options", table.ToString(), Environment.GetEnvironmentVariable("OPTIONS_UPDATE") == "1");
    }

    private static OptionLayer Layer(string source, params (string Name, string Value)[] values) =>
        new(source, values.ToDictionary(pair => ServiceOption.All.Single(option => option.Name == pair.Name), pair => pair.Value));
}
