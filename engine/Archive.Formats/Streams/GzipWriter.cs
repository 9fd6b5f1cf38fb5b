using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Streams;

/// <summary>Another format's document as a gzip file (RFC 1952).</summary>
internal sealed class GzipWriter : ResultWriter
{
    private readonly OutputStream compressed;
    private readonly GZipStream gzip;
    private readonly ResultWriter inner;

    public GzipWriter(IBufferWriter<byte> output, Func<IBufferWriter<byte>, ResultWriter> createInner)
        : base(output)
    {
        compressed = new OutputStream(output);
        gzip = new GZipStream(compressed, CompressionLevel.Fastest);
        inner = createInner(new StreamOutput(gzip));
    }

    protected override void WriteHeader(ResultDescription description) => inner.Begin(description);

    protected override void WriteRows(DataChunk chunk, int rowCount) => inner.Write(chunk, rowCount);

    protected override bool WriteEnding(ResultEnding ending)
    {
        if (!inner.End(ending)) return false;
        gzip.Dispose();
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        // What is given up half-way gets no end: the output may be gone by now.
        compressed.Detach();
        inner.Dispose();
        gzip.Dispose();
        base.Dispose(disposing);
    }
}
