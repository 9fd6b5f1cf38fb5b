using Archive.Bench.Data;
using Archive.Formats;
using BenchmarkDotNet.Attributes;

namespace Archive.Bench.Subjects;

/// <summary>DuckDB's chunks to the bytes of each output format.</summary>
[Subject("Output formats", "row", EightColumns.RowCount, "1,000,000 rows of 8 columns (4 texts, a time, 2 doubles with nulls, an integer), written to nowhere, one thread.")]
public class FormatBenchmarks
{
    private EightColumns? rows;

    public static IEnumerable<string> Formats => ResultFormats.All.Select(format => format.Name);

    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = "";

    [GlobalSetup]
    public void MakeRows() => rows = new EightColumns();

    [GlobalCleanup]
    public void Close() => rows?.Dispose();

    [Benchmark(Description = "write")]
    public long Write()
    {
        var output = new CountingOutput();
        using var writer = ResultFormats.Find(Format)!.Format.CreateWriter(output);
        writer.Begin(rows!.Description);
        foreach (var chunk in rows.Chunks) writer.Write(chunk);
        while (!writer.End(ResultEnding.Complete))
        {
        }

        return output.Length;
    }
}
