using System.CommandLine;
using Archive.Catalogue.Folder;

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

    public static ArchiveFolder Folder(this ParseResult parsed, Option<string> option) => new(Path.GetFullPath(parsed.GetRequiredValue(option)));
}
