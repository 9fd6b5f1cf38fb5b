using System.Globalization;
using System.Text;

namespace Archive.EndToEnd.Tests.Jobs;

/// <summary>A small real archive, made by the command line: a table <c>things</c> of 400 rows, of which 160,000 pairs can be made.</summary>
internal sealed class JobArchive : IDisposable
{
    public const int RowCount = 400;

    /// <summary>Runs some tenths of a second and gives 160,000 rows, in an order, so that its bytes are the same each time.</summary>
    public const string Pairs = "SELECT a.id, b.id AS other, a.name, b.name AS other_name FROM things AS a, things AS b ORDER BY a.id, b.id";

    private readonly TemporaryFolder folder = new();

    public JobArchive()
    {
        TemporaryFolder = Place("temporary");
        Import(RowCount);
    }

    public string Folder => folder["archive"];

    public string JobsFolder => Path.Combine(Folder, "jobs");

    /// <summary>Where its servers keep temporary files.</summary>
    public string TemporaryFolder { get; }

    /// <summary>An empty folder beside the archive.</summary>
    public string Place(string name) => Directory.CreateDirectory(folder[name]).FullName;

    /// <summary>Puts so many rows into the table, in place of those that are there.</summary>
    public void Import(int rowCount)
    {
        var rows = new StringBuilder("id,name\n");
        for (var id = 1; id <= rowCount; id++) rows.Append(CultureInfo.InvariantCulture, $"{id},thing number {id}\n");
        File.WriteAllText(folder["things.csv"], rows.ToString());
        using var import = ArchiveProcess.Run("import", folder["things.csv"], "--archive", Folder, "--table", "things");
        Assert.True(import.ExitCode == 0, import.Errors);
    }

    public void Dispose() => folder.Dispose();
}
