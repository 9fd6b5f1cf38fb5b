using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Formats.Reading;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Importing;

/// <summary>A file that describes its columns: a VOTable, a FITS table, an IPAC table. Our own readers stream it.</summary>
internal sealed record DocumentSource(string Path, string Format, bool IsGzipped) : ImportSource(Path, Format)
{
    public override Table Load(DuckDbConnection connection)
    {
        try
        {
            using var stream = Open(Path, IsGzipped);
            using var reader = TableReader.Open(stream, new TableReadLimits());
            var table = new Table("", "raw", reader.Columns) { Description = reader.Description, Utype = reader.Utype };
            connection.Execute($"CREATE TABLE raw ({table.SqlDefinition()})");
            using var appender = new TableAppender(connection, null, null, "raw");
            reader.AppendTo(appender, CancellationToken.None);
            appender.Complete();
            return table;
        }
        catch (Exception error) when (error is TableReadException or InvalidDataException)
        {
            throw new IngestException($"{Path} can't be read: {error.Message}", error);
        }
    }
}
