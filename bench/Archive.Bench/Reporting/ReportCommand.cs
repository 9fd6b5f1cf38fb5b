using System.CommandLine;
using System.Text;
using Archive.Bench.Data;
using Archive.Bench.Subjects;
using BenchmarkDotNet.Running;

namespace Archive.Bench.Reporting;

/// <summary><c>report</c>: all subjects, measured and written down.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var filter = new Option<string?>("--filter")
        {
            Description = "Only benchmarks whose full name matches, such as *Shape* or *Csv*; the result goes to standard output, so that a part never replaces a whole.",
            HelpName = "PATTERN",
        };
        var command = new Command("report", "Measure everything with a short job and write bench/results/<cpu>.md.") { filter };
        command.SetAction(parsed => Run(parsed.GetValue(filter)));
        return command;
    }

    private static int Run(string? filter)
    {
        if (FindRepository() is not { } repository)
        {
            Console.Error.WriteLine("The report belongs into a checkout of the repository: run it from there.");
            return 1;
        }

        var machine = Machine.Here(repository);
        var loadBefore = Machine.Load();
        var began = TimeProvider.System.GetTimestamp();
        var (tables, failures) = Measure(filter);
        if (tables.Count == 0)
        {
            Console.Error.WriteLine(filter is null ? "No subject could be measured." : $"No benchmark matches '{filter}'.");
            return 1;
        }

        var page = Heading(machine, loadBefore, TimeProvider.System.GetElapsedTime(began)) + string.Join('\n', tables);
        if (filter is not null)
        {
            Console.WriteLine(page);
            return failures;
        }

        var folder = Directory.CreateDirectory(Path.Combine(repository, "bench", "results")).FullName;
        var path = Path.Combine(folder, machine.FileName + ".md");
        File.WriteAllText(path, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Console.WriteLine(path);
        return failures;
    }

    private static (List<string> Tables, int Failures) Measure(string? filter)
    {
        using var artifacts = new ScratchFolder();
        var tables = new List<string>();
        var failures = 0;
        foreach (var subject in SubjectList.All)
        {
            var runs = BenchmarkConverter.TypeToBenchmarks(subject, ShortRun.Make(artifacts.Path, filter));
            if (runs.BenchmarksCases.Length == 0) continue;
            Console.Error.WriteLine($"{subject.Name}: {runs.BenchmarksCases.Length} benchmarks");
            var summary = BenchmarkRunner.Run(runs);
            foreach (var error in summary.ValidationErrors.Where(error => error.IsCritical)) Console.Error.WriteLine(error.Message);
            if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) failures = 1;
            tables.Add(SubjectTable.Write(subject, summary));
        }

        return (tables, failures);
    }

    private static string Heading(Machine machine, string loadBefore, TimeSpan elapsed) => FormattableString.Invariant(
        $"""
        # {machine.Cpu}, {machine.Cores} cores

        | | |
        |---|---|
        | date | {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC |
        | commit | {machine.Commit} |
        | command | `dotnet run -c Release --project bench/Archive.Bench -- report` |
        | system | {machine.OperatingSystem}, {machine.Runtime}, DuckDB {machine.DuckDb} |
        | load averages | {loadBefore} before; {Machine.Load()} after |
        | job | {ShortRun.InWords}; {elapsed.TotalMinutes:F1} minutes in all |


        """);

    private static string? FindRepository()
    {
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) return folder.FullName;
            }
        }

        return null;
    }
}
