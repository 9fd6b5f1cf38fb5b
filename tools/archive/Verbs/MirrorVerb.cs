using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archive.Ingest.Mirroring;

namespace Archive.Tools.Verbs;

/// <summary><c>archive mirror</c>: a table of a remote TAP service becomes, and stays, a table here.</summary>
internal static class MirrorVerb
{
    /// <summary>Nights of each kind of drift that are named.</summary>
    private const int MostNamed = 10;

    private const int MostParallel = 8;

    public static Command Create()
    {
        var service = new Argument<string>("TAP-URL") { Description = "Address of the remote TAP service, such as http://127.0.0.1:8080/TAP." };
        var remoteTable = new Argument<string>("TABLE") { Description = "The remote table, as a query there names it." };
        var archive = CommonOptions.Archive();
        var table = CommonOptions.Table("Name of the table here. By default that of the remote one, without its schema.");
        var from = Date("--from", "First UT date to look at.");
        var to = Date("--to", "Last UT date to look at.");
        var where = new Option<string?>("--where") { Description = "Mirror only rows that meet this condition, in the remote's ADQL.", HelpName = "ADQL" };
        var columns = new Option<string?>("--columns") { Description = "Mirror only these columns, separated by commas.", HelpName = "NAMES" };
        var by = new Option<string?>("--by") { Description = "Column that cuts the table into slices. By default its UT date, else its key.", HelpName = "COLUMN" };
        var rows = new Option<int>("--rows-per-job") { Description = "Rows that one job of the remote is asked for.", HelpName = "N", DefaultValueFactory = _ => 20_000 };
        var parallel = new Option<int>("--parallel") { Description = $"Requests at the same time, up to {MostParallel}.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var drop = new Option<bool>("--drop") { Description = "Remove the nights here that the remote has no more. They are kept otherwise." };
        var verify = new Option<bool>("--verify") { Description = "Pull all again, whatever the counts say, and tell what differs." };
        var contact = new Option<string?>("--contact") { Description = "How the remote's operators can reach you: a page or an e-mail address, sent in the User-Agent.", HelpName = "TEXT" };
        var command = new Command("mirror", "Make a table of a table of another TAP service, or bring it in step with that. Interrupted, the same command goes on; later on, it pulls only what changed, and tells what that is.")
        {
            service, remoteTable, archive, table, from, to, where, columns, by, rows, parallel, drop, verify, contact,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new MirrorOptions
            {
                Service = Address(parsed.GetRequiredValue(service)),
                RemoteTable = parsed.GetRequiredValue(remoteTable),
                TableName = parsed.GetValue(table) ?? BareName(parsed.GetRequiredValue(remoteTable)),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                Where = parsed.GetValue(where),
                Columns = [.. (parsed.GetValue(columns) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                SliceColumn = parsed.GetValue(by),
                RowsPerJob = parsed.GetValue(rows) is > 0 and var count ? count : throw new UserException("--rows-per-job takes a number of rows, 1 or more."),
                Parallel = parsed.GetValue(parallel) is >= 1 and <= MostParallel and var threads ? threads : throw new UserException($"--parallel takes a number from 1 to {MostParallel}."),
                Drop = parsed.GetValue(drop),
                Verify = parsed.GetValue(verify),
                Contact = parsed.GetValue(contact),
            };
            if (options.From > options.To) throw new UserException("--from is after --to.");
            using var bar = new ProgressBar("rows");
            using var status = new StatusLine();
            var report = await MirrorRun.RunAsync(options, parsed.Folder(archive), new ImmediateProgress<MirrorProgress>(progress => Show(progress, bar, status)), cancellation: cancellation);
            bar.Dispose();
            Tell(report, options);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(MirrorProgress progress, ProgressBar bar, StatusLine status)
    {
        if (progress.RowsTotal > 0) bar.Report(progress.RowsDone, progress.RowsTotal);
        else status.Show(progress.Stage);
    }

    private static void Tell(MirrorReport report, MirrorOptions options)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{options.RemoteTable}: {report.RowsPulled} rows pulled in {report.Elapsed.TotalSeconds:0.0} s, {report.Requests} requests, {report.BytesReceived / 1e6:0.0} MB; {report.Added.Count} new, {report.Changed.Count} changed, {report.Unchanged} unchanged, {report.Gone.Count} gone"));
        Name("new", report.Added);
        Name("changed", report.Changed);
        Name(options.Drop ? "gone, and dropped here" : "gone at the remote, kept here (--drop removes them)", report.Gone);
        foreach (var note in report.Notes) Console.WriteLine($"  note: {note}");
        Console.WriteLine(report.IsCommitted
            ? FormattableString.Invariant($"{options.TableName}: {report.Rows} rows; snapshot {report.ManifestNumber} is current")
            : FormattableString.Invariant($"{options.TableName}: {report.Rows} rows, nothing changed"));
    }

    private static void Name(string kind, IReadOnlyList<Drift> drifts)
    {
        if (drifts.Count == 0) return;
        var named = drifts.OrderBy(drift => drift.Name, StringComparer.Ordinal).Take(MostNamed).Select(drift => string.Create(CultureInfo.InvariantCulture, $"{drift.Name} ({drift.RowsBefore} -> {drift.RowsNow} rows)"));
        Console.WriteLine($"  {kind}: {string.Join(", ", named)}{(drifts.Count > MostNamed ? $" and {drifts.Count - MostNamed} more" : "")}");
    }

    private static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = argument => ParseDate(argument),
    };

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError($"'{argument.Tokens[0].Value}' is no date. Write it as YYYY-MM-DD.");
        return null;
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.UserInfo.Length == 0
            ? address : throw new UserException($"'{text}' is no address of a TAP service. Write it as http://127.0.0.1:8080/TAP.");

    private static string BareName(string table) => table[(table.LastIndexOf('.') + 1)..].Trim('"');
}
