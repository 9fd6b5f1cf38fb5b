using System.CommandLine;
using Archive.Bench.Data;

namespace Archive.Bench.Headers;

/// <summary><c>make-headers</c>: the synthetic headers as files, so that other programs can be measured on the same.</summary>
internal static class MakeHeadersCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where to write them; made if it isn't there." };
        var count = new Option<int>("--count") { Description = "How many files, 1 to 1,000,000.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        count.Validators.Add(option =>
        {
            if (option.GetValue(count) is < 1 or > 1_000_000) option.AddError("--count takes 1 to 1,000,000.");
        });
        var command = new Command("make-headers", "Write synthetic HIRES-like header files, always the same ones.") { folder, count };
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(folder);
            target.Create();
            HiresHeaderFiles.Write(target.FullName, parsed.GetValue(count));
        });
        return command;
    }
}
