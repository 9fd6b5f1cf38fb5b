using System.Globalization;
using System.Reflection;
using Archive.DuckDb;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Bookkeeping;

/// <summary>A row of <c>ingest_runs</c>, but for its number and its end.</summary>
/// <param name="Started">When the run began.</param>
/// <param name="Arguments">What it was asked to do.</param>
/// <param name="Report">What it did.</param>
internal sealed record RunAccount(DateTimeOffset Started, string Arguments, IngestReport Report)
{
    private static string Version { get; } = typeof(RunAccount).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The largest number of a run; 0 before the first.</summary>
    public static int LastNumber(IngestSession runs)
    {
        // Numbers grow, so the last month has the largest.
        var files = runs.Current.Files;
        if (files.IsEmpty) return 0;
        var last = 0;
        runs.Guard(() =>
        {
            using var database = DuckDbDatabase.Open(null);
            using var connection = database.Connect();
            using var result = connection.Query($"SELECT max(run) FROM {StoredFiles.Source(runs.Folder, runs.Table, [.. files.Where(file => file.Partition == files[^1].Partition)])}");
            using var chunk = result.FetchChunk();
            last = chunk!.Column(0).Values<int>()[0];
        });
        return last;
    }

    public void AddTo(IngestSession runs, int number, TimeProvider clock)
    {
        var month = new DateOnly(Started.UtcDateTime.Year, Started.UtcDateTime.Month, 1);
        long[] counts = [Report.Files, Report.NotRead, Report.New, Report.Changed, Report.Removed, Report.Duplicates, Report.Refused, Report.Vanished];
        FieldValue[] values =
        [
            FieldValue.OfInteger(number), Instant(Started), Instant(clock.GetUtcNow()), FieldValue.OfText(Arguments), FieldValue.OfText(Version),
            .. counts.Select(FieldValue.OfInteger), FieldValue.OfDate(month),
        ];
        runs.Add(IngestLedger.Record(runs.Table, number.ToString("D9", CultureInfo.InvariantCulture), month, values), 0, Arguments);
    }

    private static FieldValue Instant(DateTimeOffset time) => FieldValue.OfTimestamp((time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
}
