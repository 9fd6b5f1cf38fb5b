using System.CommandLine;
using System.Globalization;
using Archive.DuckDb;

namespace Archive.Bench.Service;

/// <summary><c>make-observations</c>: a Parquet file with as many rows as are wanted, like koa_hires in the columns that dumps ask for, to be imported.</summary>
internal static class MakeObservationsCommand
{
    private const int RowsOfNight = 5000;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The Parquet file." };
        var rows = new Option<long>("--rows") { Description = "Rows of it.", HelpName = "N", DefaultValueFactory = _ => 10_000_000 };
        var command = new Command("make-observations", "Write a Parquet file of invented observations, to be imported as koa_hires.") { file, rows };
        command.SetAction(parsed => Make(parsed.GetRequiredValue(file).FullName, parsed.GetValue(rows)));
        return command;
    }

    private static int Make(string path, long rows)
    {
        using var database = DuckDbDatabase.Open(null, new Dictionary<string, string> { ["memory_limit"] = "1GB" });
        using var connection = database.Connect();
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            COPY (
                SELECT strftime(day, 'HI.%Y%m%d.') || lpad((i % {RowsOfNight})::VARCHAR, 5, '0') || '.fits' AS koaid, day AS date_obs,
                       day::TIMESTAMP + INTERVAL (i % {RowsOfNight}) SECOND AS utdatetime, (i * 137.50776405) % 360 AS ra,
                       degrees(asin(((i * 0.61803398875) % 1) * 1.7 - 0.75)) AS dec, (i % {RowsOfNight})::INTEGER AS frameno, (i % 3600)::INTEGER AS elaptime,
                       CASE WHEN i % 5 > 0 THEN sqrt(i % 10000) END AS sig2nois, 'C' || (i // {RowsOfNight} % 400 + 100) AS progid
                FROM (SELECT i, DATE '1994-01-01' + (i // {RowsOfNight})::INTEGER AS day FROM range({rows}) rows(i))
            ) TO {SqlText.Literal(path)} (FORMAT parquet)
            """));
        return 0;
    }
}
