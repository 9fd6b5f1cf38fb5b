using System.IO.Compression;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.Formats.Reading;

namespace Archive.Ingest.Importing;

/// <summary>A file with a table. The content decides what it is, not the name.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Format">What it is, for people: <c>Parquet</c>, <c>CSV</c>, <c>VOTable</c>, …</param>
internal abstract record ImportSource(string Path, string Format)
{
    private const int LongestHeaderLine = 1 << 20;

    /// <exception cref="IngestException">There is no such file, or it can't be opened, or is empty.</exception>
    public static ImportSource Of(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            using var file = Open(path, isGzipped: false);
            Span<byte> start = stackalloc byte[4];
            var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return start[..length] switch
            {
                [] => throw new IngestException($"{path} is empty. Import a VOTable, a FITS or an IPAC table, a CSV file whose first line names the columns, or a Parquet file."),
                [(byte)'P', (byte)'A', (byte)'R', (byte)'1'] => SqlSource.Parquet(path),
                [0x1F, 0x8B, ..] => OfContent(path, isGzipped: true),
                _ => OfContent(path, isGzipped: false),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new IngestException($"{path} can't be read: {error.Message}", error);
        }
    }

    /// <summary>Makes the table <c>raw</c> of the connection's database, with all rows of the file in their order.</summary>
    /// <returns>What the file says of itself and its columns, in their order; null where its kind says nothing but names.</returns>
    /// <exception cref="IngestException">The file isn't what it seems to be; the message names the place where there is one.</exception>
    public abstract Table? Load(DuckDbConnection connection);

    protected static Stream Open(string path, bool isGzipped)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return isGzipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static ImportSource OfContent(string path, bool isGzipped)
    {
        using var reader = new StreamReader(Open(path, isGzipped));
        var buffer = new char[LongestHeaderLine];
        var text = buffer.AsSpan(0, reader.ReadBlock(buffer));
        return TableReader.FormatOf(text) is { } format ? new DocumentSource(path, format, isGzipped) : SqlSource.Delimited(path, text, isGzipped ? "gzip" : "none");
    }
}
