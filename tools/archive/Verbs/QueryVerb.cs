using System.CommandLine;
using System.IO.Pipelines;
using Archive.Engine;
using Archive.Formats;

namespace Archive.Tools.Verbs;

/// <summary><c>archive query</c>: one query, its result on standard output.</summary>
internal static class QueryVerb
{
    public static Command Create()
    {
        var adql = new Argument<string>("ADQL") { Description = "The query, in quotes." };
        var archive = CommonOptions.Archive();
        var format = new Option<string>("--format") { Description = "csv, tsv, votable, ipac, or any other name or media type of a result format.", HelpName = "FORMAT", DefaultValueFactory = _ => "csv" };
        var maximumRows = new Option<long?>("--maxrec") { Description = "Rows at most; all by default.", HelpName = "N" };
        var snapshot = CommonOptions.Snapshot();
        var command = new Command("query", "Answer an ADQL query and write the result to standard output.") { adql, archive, format, maximumRows, snapshot };
        command.SetAction(async (parsed, cancellation) =>
        {
            var match = ResultFormats.Find(parsed.GetRequiredValue(format))
                ?? throw new UserException($"There is no result format '{parsed.GetRequiredValue(format)}'. Use one of: {string.Join(", ", ResultFormats.All.Select(known => known.Name))}.");
            if (parsed.GetValue(maximumRows) is < 0) throw new UserException("--maxrec takes a number of rows, 0 or more.");
            var asked = new EngineQuery(parsed.GetRequiredValue(adql)) { MaximumRows = parsed.GetValue(maximumRows), Snapshot = parsed.Snapshot(snapshot) };
            using var archiveEngine = PrivateEngine.Open(parsed.Folder(archive));
            using var query = await archiveEngine.Engine.StartAsync(asked, cancellation);
            await WriteAsync(query, match.Format, asked.Adql, cancellation);
            if (query.IsOverflow) await Console.Error.WriteLineAsync($"There are more rows than the {query.RowCount} of --maxrec.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteAsync(Engine.Execution.RunningQuery query, ResultFormat format, string adql, CancellationToken cancellation)
    {
        // The first rows are made before anything is written, so that a query that fails leaves no half result.
        var chunk = query.Next();
        await using var output = Console.OpenStandardOutput();
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        using var writer = format.CreateWriter(pipe);
        writer.Begin(new ResultDescription { Columns = query.Columns, VectorTypes = query.VectorTypes, Query = adql });
        for (; chunk is not null; chunk = query.Next())
        {
            using (chunk) writer.Write(chunk);
            await pipe.FlushAsync(cancellation);
        }

        while (!writer.End(query.IsOverflow ? ResultEnding.Overflow : ResultEnding.Complete)) await pipe.FlushAsync(cancellation);
        await pipe.CompleteAsync();
    }
}
