using System.IO.Compression;
using Archive.DuckDb;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Importing;

/// <summary>A file with a table, Parquet or delimited text, as DuckDB is asked to read it. The content decides, not the name.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Format">What it is, for people: <c>Parquet</c>, <c>CSV</c>, …</param>
/// <param name="ReadSql">The table function that reads it; SQL.</param>
/// <param name="StrictReadSql">The same for text, with as many columns as the first line has and no guessing: where that is refused, it is
/// so with the number of a line; null for Parquet.</param>
internal sealed record ImportSource(string Path, string Format, string ReadSql, string? StrictReadSql = null)
{
    private const int LongestHeaderLine = 1 << 20;

    // No times of day, no truth values: KOA's UT "08:23:11.0" and its "T" and "F" stay the text they are.
    private const string Guessing = "sample_size = -1, auto_type_candidates = ['BIGINT', 'DOUBLE', 'DATE', 'TIMESTAMP', 'VARCHAR']";

    /// <exception cref="IngestException">There is no such file, or it can't be opened, or is empty.</exception>
    public static ImportSource Of(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            Span<byte> start = stackalloc byte[4];
            var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return start[..length] switch
            {
                [] => throw new IngestException($"{path} is empty. Import a CSV file whose first line names the columns, or a Parquet file."),
                [(byte)'P', (byte)'A', (byte)'R', (byte)'1'] => new ImportSource(path, "Parquet", $"read_parquet({SqlText.File(path)}, hive_partitioning = false)"),
                [0x1F, 0x8B, ..] => OfText(path, new GZipStream(file, CompressionMode.Decompress), "gzip"),
                _ => OfText(path, file, "none"),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new IngestException($"{path} can't be read: {error.Message}", error);
        }
    }

    /// <summary>The delimiter is the one that the first line, the columns' names, holds most of.</summary>
    private static ImportSource OfText(string path, Stream stream, string compression)
    {
        using (stream)
        {
            using var reader = new StreamReader(stream);
            var buffer = new char[LongestHeaderLine];
            var text = buffer.AsSpan(0, reader.ReadBlock(buffer));
            var end = text.IndexOfAny('\r', '\n');
            var line = text[..(end < 0 ? text.Length : end)].ToString();
            (char Delimiter, string Name)[] formats = [(',', "CSV"), ('\t', "TSV"), (';', "CSV with semicolons"), ('|', "CSV with bars")];
            var (delimiter, name) = formats.MaxBy(format => line.Count(character => character == format.Delimiter));
            var file = $"{SqlText.File(path)}, delim = {SqlText.Literal(delimiter.ToString())}, compression = {SqlText.Literal(compression)}, header = true, skip = 0, comment = '', quote = '\"', escape = '\"', nullstr = ''";
            var columns = string.Join(", ", Enumerable.Range(0, CountFields(line, delimiter)).Select(column => $"c{column}: 'VARCHAR'"));
            return new ImportSource(path, name, $"read_csv({file}, {Guessing})", $"read_csv({file}, auto_detect = false, columns = {{{columns}}})");
        }
    }

    private static int CountFields(string line, char delimiter)
    {
        var (count, isQuoted) = (1, false);
        foreach (var character in line)
        {
            if (character == '"') isQuoted = !isQuoted;
            else if (character == delimiter && !isQuoted) count++;
        }

        return count;
    }
}
