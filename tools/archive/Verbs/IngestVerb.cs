using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archive.Catalogue.Folder;
using Archive.Ingest.Fits;
using Archive.Ingest.Pipeline;

namespace Archive.Tools.Verbs;

/// <summary><c>archive ingest</c>: FITS headers become rows of a table.</summary>
internal static class IngestVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS") { Description = "FITS files, text dumps of headers, and folders of them.", Arity = ArgumentArity.OneOrMore };
        var archive = CommonOptions.Archive();
        var table = new Option<string?>("--table")
        {
            Description = "Table that takes the files. A table of a Keck instrument takes that instrument's alone; any other, made where there is none, takes all, with a column for each keyword. "
                + $"By default each file goes to the table of its instrument, and of no Keck one to '{IngestRun.GeneralTableName}'.",
            HelpName = "NAME",
        };
        var definition = new Option<string?>("--definition")
        {
            Description = "Definition file by which a table of your own takes the files: its columns, and the keywords they come from. It is kept in the archive, so that later ingests need not name it. 'archive inspect --draft' writes one.",
            HelpName = "FILE",
        };
        var hdu = new Option<HduChoice?>("--hdu")
        {
            Description = "Read this HDU of each file: a number (0 is the primary), an EXTNAME, or EXTNAME,EXTVER. Nothing is merged from others, INHERIT or not. By default the one that describes the observation.",
            HelpName = "N|NAME",
            CustomParser = result =>
            {
                if (HduChoice.TryParse(result.Tokens[0].Value, out var choice)) return choice;
                result.AddError($"--hdu takes a number, an EXTNAME, or EXTNAME,EXTVER; not '{result.Tokens[0].Value}'.");
                return null;
            },
        };
        var strict = new Option<bool>("--strict") { Description = "Quarantine each file whose header deviates in more than a note. By default what can be taken is taken, and deviations are counted." };
        var reread = new Option<bool>("--reread") { Description = "Read all files, also those whose size and modification time are as they were." };
        var dropVanished = new Option<bool>("--drop-vanished") { Description = "Remove the rows of files that are not there any more; otherwise they are reported and kept." };
        var watch = new Option<bool>("--watch") { Description = "Go on and take files as they come, in batches, a line each, until stopped (Ctrl+C)." };
        var quiet = new Option<double>("--quiet-seconds") { Description = "With --watch: how long a file must have stayed as it is before it is read.", HelpName = "S", DefaultValueFactory = _ => new WatchOptions().Quiet.TotalSeconds };
        var rescan = new Option<double>("--rescan-seconds") { Description = "With --watch: how often all folders are looked through, since network file systems tell of nothing.", HelpName = "S", DefaultValueFactory = _ => new WatchOptions().Rescan.TotalSeconds };
        foreach (var seconds in (Option<double>[])[quiet, rescan]) seconds.Validators.Add(result => Check(seconds.Name, result));
        var command = new Command("ingest",
            "Read FITS headers into an archive; an archive that isn't there is made. Only files that are new or not as they were are read; the tables of the schema 'ingest' say what is known of each.")
        { paths, archive, table, definition, hdu, strict, reread, dropVanished, watch, quiet, rescan };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new IngestOptions
            {
                Table = parsed.GetValue(table),
                DefinitionFile = parsed.GetValue(definition),
                IsStrict = parsed.GetValue(strict),
                Hdu = parsed.GetValue(hdu),
                IsRereading = parsed.GetValue(reread),
                IsDroppingVanished = parsed.GetValue(dropVanished),
                Arguments = string.Join(' ', parsed.Tokens.Skip(1)),
            };
            if (!parsed.GetValue(watch))
            {
                IngestTelling.Tell(Run(parsed.GetRequiredValue(paths), parsed.Folder(archive), options, cancellation));
                return ExitCode.Done;
            }

            if (options.IsRereading) throw new UserException("--reread reads all files once, --watch looks again and again: run the one, then the other.");
            var waiting = new WatchOptions { Quiet = TimeSpan.FromSeconds(parsed.GetValue(quiet)), Rescan = TimeSpan.FromSeconds(parsed.GetValue(rescan)) };
            Console.WriteLine("Watching (Ctrl+C stops)");
            await IngestWatch.RunAsync(parsed.GetRequiredValue(paths), parsed.Folder(archive), waiting, options,
                report => IngestTelling.TellBatch(report, TimeProvider.System.GetUtcNow()), Console.Error.WriteLine, cancellation: cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Check(string name, OptionResult result)
    {
        const double mostSeconds = 86_400;
        if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && !(seconds >= 0.1 && seconds <= mostSeconds))
            result.AddError(FormattableString.Invariant($"{name} takes seconds, from 0.1 to {mostSeconds}."));
    }

    public static IngestReport Run(IEnumerable<string> paths, ArchiveFolder folder, IngestOptions options, CancellationToken cancellation)
    {
        using var bar = new ProgressBar("files");
        return IngestRun.Run(paths, folder, new ImmediateProgress<IngestProgress>(progress => bar.Report(progress.FilesSeen, progress.FilesTotal)), options: options, cancellation: cancellation);
    }
}
