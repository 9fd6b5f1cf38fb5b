namespace Archive.Ingest.Tests.Fits;

/// <summary>Rows of a table of cases: tab-separated, # begins a line of explanation, the first other line names the columns.</summary>
internal static class CaseTable
{
    public static IEnumerable<string[]> Rows(string name) => File
        .ReadLines(IsUpdate ? SourceOf(name) : Path.Combine(AppContext.BaseDirectory, "Cases", "Fits", name))
        .Where(line => !line.StartsWith('#'))
        .Skip(1)
        .Select(line => line.Split('\t'));

    public static TheoryData<string[]> Read(string name) => new(Rows(name));

    /// <summary>Whether tables are to be written anew with what came out.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("FITS_UPDATE_CASES") is { Length: > 0 };

    /// <summary>Where <see cref="IsUpdate"/>, writes the table anew below its heading.</summary>
    public static void Update(string name, Func<IEnumerable<string>> lines)
    {
        if (!IsUpdate)
        {
            return;
        }

        string path = SourceOf(name);
        string[] former = File.ReadAllLines(path);
        int heading = Array.FindIndex(former, line => line[0] != '#') + 1;
        File.WriteAllLines(path, [.. former.Take(heading), .. lines()]);
    }

    private static string SourceOf(string name) => Path.Combine(SharedData.RepositoryRoot, "tests", "Archive.Ingest.Tests", "Cases", "Fits", name);
}
