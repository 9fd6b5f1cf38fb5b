namespace Archive.Ingest.Tests.Fits;

/// <summary>Rows of a table of cases: tab-separated, # begins a line of explanation, the first other line names the columns.</summary>
internal static class CaseTable
{
    public static IEnumerable<string[]> Rows(string name) => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "Fits", name))
        .Where(line => !line.StartsWith('#'))
        .Skip(1)
        .Select(line => line.Split('\t'));

    public static TheoryData<string[]> Read(string name) => new(Rows(name));
}
