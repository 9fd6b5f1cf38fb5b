using Archive.Bench.Data;
using Archive.DuckDb.Vectors;
using Archive.Formats;
using BenchmarkDotNet.Attributes;
using CsvHelper;

namespace Archive.Bench.Subjects;

/// <summary>What the archive's writer adds to, and saves beside, CsvHelper, which sets its separators and quotes.</summary>
[Subject("CSV: the archive's writer and plain CsvHelper", "row", EightColumns.RowCount, "The rows of the output formats, written to nowhere, one thread.")]
public class CsvBenchmarks
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fff";

    private EightColumns? rows;

    [GlobalSetup]
    public void MakeRows() => rows = new EightColumns();

    [GlobalCleanup]
    public void Close() => rows?.Dispose();

    [Benchmark(Description = "CsvHelper, texts as strings", Baseline = true)]
    public long WriteStrings()
    {
        using var csv = CsvWriter.Create(Stream.Null);
        WriteNames(csv);
        foreach (var chunk in rows!.Chunks)
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                csv.WriteField(chunk.Column(0).Text(row));
                csv.WriteField(chunk.Column(1).Text(row));
                csv.WriteField(TimeOf(chunk, row), TimeFormat);
                csv.WriteField(DoubleOrNull(chunk.Column(3), row));
                csv.WriteField(DoubleOrNull(chunk.Column(4), row));
                csv.WriteField(chunk.Column(5).Values<int>()[row]);
                csv.WriteField(chunk.Column(6).Text(row));
                csv.WriteField(chunk.Column(7).Text(row));
                csv.EndRecord();
            }
        }

        return csv.RecordCount;
    }

    [Benchmark(Description = "CsvHelper, texts as UTF-8 bytes")]
    public long WriteBytes()
    {
        using var csv = CsvWriter.Create(Stream.Null);
        WriteNames(csv);
        foreach (var chunk in rows!.Chunks)
        {
            var koaid = chunk.Column(0);
            var filehand = chunk.Column(1);
            var ra = chunk.Column(3);
            var dec = chunk.Column(4);
            var elaptime = chunk.Column(5).Values<int>();
            var progid = chunk.Column(6);
            var koaimtyp = chunk.Column(7);
            for (var row = 0; row < chunk.RowCount; row++)
            {
                csv.WriteField(koaid.Bytes(row));
                csv.WriteField(filehand.Bytes(row));
                csv.WriteField(TimeOf(chunk, row), TimeFormat);
                csv.WriteField(DoubleOrNull(ra, row));
                csv.WriteField(DoubleOrNull(dec, row));
                csv.WriteField(elaptime[row]);
                csv.WriteField(progid.Bytes(row));
                csv.WriteField(koaimtyp.Bytes(row));
                csv.EndRecord();
            }
        }

        return csv.RecordCount;
    }

    [Benchmark(Description = "Archive.Formats")]
    public long Write()
    {
        var output = new CountingOutput();
        using var writer = ResultFormats.Find("csv")!.Format.CreateWriter(output);
        writer.Begin(rows!.Description);
        foreach (var chunk in rows.Chunks) writer.Write(chunk);
        while (!writer.End(ResultEnding.Complete))
        {
        }

        return output.Length;
    }

    private static DateTime TimeOf(DataChunk chunk, int row) => DateTime.UnixEpoch.AddMicroseconds(chunk.Column(2).Values<long>()[row]);

    private static double? DoubleOrNull(VectorView column, int row) => column.IsNull(row) ? null : column.Values<double>()[row];

    private void WriteNames(CsvWriter csv)
    {
        foreach (var column in rows!.Description.Columns) csv.WriteField(column.Name);
        csv.EndRecord();
    }
}
