using System.Text.RegularExpressions;
using Archive.Ingest.Bookkeeping;

namespace Archive.Ingest.Importing;

/// <summary>Names that a table of the archive may have.</summary>
internal static partial class TableNames
{
    /// <summary>The name in lower case.</summary>
    /// <exception cref="IngestException">No query could say it, or it is kept for ingest itself.</exception>
    public static string Checked(string name)
    {
        if (!RegularIdentifier().IsMatch(name)) throw new IngestException($"'{name}' can't be the name of a table. Use letters, digits and underscores, a letter first.");
        if (IngestTables.All.Any(table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) throw new IngestException($"{name} is a table in which ingest keeps account of itself. Take another name.");
        return name.ToLowerInvariant();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,62}$")]
    private static partial Regex RegularIdentifier();
}
