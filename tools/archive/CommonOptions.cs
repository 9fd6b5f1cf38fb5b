using System.CommandLine;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;

namespace Archive.Tools;

/// <summary>Options that several verbs share, each defined once.</summary>
internal static class CommonOptions
{
    public static Option<string> Archive(bool isRequired = true) => new("--archive")
    {
        Description = "Folder of the archive.",
        HelpName = "DIR",
        Required = isRequired,
    };

    public static Option<string> Table(string description) => new("--table") { Description = description, HelpName = "NAME" };

    public static Option<string?> Snapshot() => new("--snapshot")
    {
        Description = "The former state to ask: a table and its snapshot's number, koa_hires:3, or an instant in UTC, 2026-11-01T12:00:00Z; several with commas between them.",
        HelpName = "SNAPSHOT",
    };

    /// <exception cref="UserException">The text names no snapshot.</exception>
    public static SnapshotChoice? Snapshot(this ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is not { } text ? null : SnapshotChoice.TryParse(text, out var choice, out var fault) ? choice : throw new UserException($"--snapshot: {fault}");

    /// <summary>The folder of the table that is named, or of all tables.</summary>
    /// <exception cref="UserException">There is no archive, or no such table.</exception>
    public static IEnumerable<TableFolder> Tables(this ParseResult parsed, Option<string> archive, Option<string> table)
    {
        var folder = parsed.Folder(archive);
        if (!Directory.Exists(folder.TablesFolder)) throw new UserException($"{folder.Root} is not an archive: it has no folder 'tables'.");
        if (parsed.GetValue(table) is not { } name) return folder.TableNames.Select(folder.Table);
        return folder.TableNames.Contains(name) ? [folder.Table(name)] : throw new UserException($"There is no table '{name}' in {folder.Root}. There are: {string.Join(", ", folder.TableNames)}.");
    }

    public static ArchiveFolder Folder(this ParseResult parsed, Option<string> option) => new(Path.GetFullPath(parsed.GetRequiredValue(option)));
}
