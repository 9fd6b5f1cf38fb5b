using System.Buffers;
using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Formats.Tests;

/// <summary>Memory doesn't grow with the result.</summary>
public sealed class StreamingTests
{
    private const int RowCount = 2_000_000;

    // DataChunk and its handle are objects of the binding, made anew for every 2048 rows.
    private const double BytesPerRow = 1;

    public static TheoryData<string> Formats() => new(ResultFormats.All.Select(format => format.Name));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Two_million_rows_allocate_next_to_nothing(string format)
    {
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var statement = connection.Prepare($"SELECT 'HI.' || i::VARCHAR || '.fits' AS t, i * 0.37e0 AS d, i AS n, TIMESTAMP '2004-08-24' + to_seconds(i) AS u FROM range({RowCount}) t(i)");
        using var result = statement.ExecuteStreaming();
        ImmutableArray<Column> columns =
        [
            new() { Name = "t", Type = ColumnType.Text },
            new() { Name = "d", Type = ColumnType.Double },
            new() { Name = "n", Type = ColumnType.Long },
            new() { Name = "u", Type = ColumnType.Timestamp },
        ];
        var output = new DiscardingOutput();
        using var writer = ResultFormats.Find(format)!.Format.CreateWriter(output);
        writer.Begin(ResultDescription.Of(result, columns));
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk) writer.Write(chunk);
        }

        while (!writer.End(ResultEnding.Complete))
        {
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(RowCount, writer.RowCount);
        Assert.InRange(output.Length, (IsCompressed(format) ? 2L : 40L) * RowCount, 200L * RowCount);
        Assert.InRange((double)allocated / RowCount, 0, BytesPerRow);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Wide_rows_ask_for_no_more_room_than_a_few_rows_take(string format)
    {
        const int Width = 20_000;
        using var database = DuckDbDatabase.Open(null);
        using var connection = database.Connect();
        using var result = connection.Query($"SELECT repeat(chr(65 + (i % 26)::INT), {Width}) FROM range(1000) t(i)");
        var output = new DiscardingOutput();
        using var writer = ResultFormats.Find(format)!.Format.CreateWriter(output);
        writer.Begin(ResultDescription.Of(result, [new Column { Name = "t", Type = ColumnType.Text }]));
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk) writer.Write(chunk);
        }

        while (!writer.End(ResultEnding.Complete))
        {
        }

        if (!IsCompressed(format)) Assert.InRange(output.Length, 1000 * Width, 1500 * Width);
        Assert.InRange(output.LargestRequest, 0, 512 * 1024);
    }

    /// <summary>Repeated values take less room than they have bytes.</summary>
    private static bool IsCompressed(string format) => format is "parquet" or "votable_gzip";

    private sealed class DiscardingOutput : IBufferWriter<byte>
    {
        private byte[] buffer = new byte[64 * 1024];

        public long Length { get; private set; }

        public int LargestRequest { get; private set; }

        public void Advance(int count) => Length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            LargestRequest = Math.Max(LargestRequest, sizeHint);
            if (buffer.Length < sizeHint) buffer = new byte[sizeHint];
            return buffer;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
