using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archive.Ingest.Tests.OtherReader;

/// <summary>What a reader that has nothing of DuckDB, npm's hyparquet run by Node.js, finds in a Parquet file.</summary>
/// <param name="Columns">Their names and Parquet types, as <see cref="ParquetTypes"/> writes them.</param>
/// <param name="Codecs">How the column chunks are compressed.</param>
/// <param name="RowGroups">How many there are.</param>
/// <param name="WrongStatistics">Row groups whose least value, greatest value or count of nulls isn't what their rows say.</param>
/// <param name="Rows">The cells of each row, as <see cref="StoredCells"/> writes them.</param>
internal sealed record Hyparquet(NamedType[] Columns, string[] Codecs, int RowGroups, string[] WrongStatistics, JsonArray[] Rows)
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "tests/Archive.Ingest.Tests/OtherReader");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Reads some files; skips the test where there is no Node.js, or npm couldn't fetch the reader when the tests were built.</summary>
    public static List<Hyparquet> Read(IEnumerable<string> paths)
    {
        Skip.IfNot(File.Exists(Path.Combine(Folder, "node_modules/.fetched")), $"needs hyparquet, which the build fetches with npm into {Folder}");
        using var process = Start([Path.Combine(Folder, "read.mjs"), .. paths]);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"hyparquet didn't end within {Patience}.");
        }

        Assert.True(process.ExitCode == 0, errors.Result);
        return [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Hyparquet>(line, JsonSerializerOptions.Web)!)];
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Skip.If(true, "needs node");
            throw;
        }
    }
}

/// <summary>A column of a Parquet file.</summary>
internal sealed record NamedType(string Name, string Type);
