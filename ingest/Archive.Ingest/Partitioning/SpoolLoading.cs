using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Ingest.Partitioning;

/// <summary>Brings spooled records into a table of DuckDB.</summary>
internal static class SpoolLoading
{
    /// <summary>Adds the records to a table that has the columns of <paramref name="definition"/>.</summary>
    public static void Append(DuckDbConnection connection, string name, Table definition, RowCodec codec, IEnumerable<SpooledRecord> records)
    {
        using var appender = new TableAppender(connection, null, name, codec.StorageTypes.AsSpan());
        var row = 0;
        foreach (var record in records)
        {
            if (row == 0)
            {
                for (var ordinal = 0; ordinal < definition.Columns.Length; ordinal++) appender.Column(ordinal).Validity.Clear();
            }

            codec.Decode(record.Row.Span, appender, row++);
            if (row < DataChunk.Capacity) continue;
            appender.Append(row);
            row = 0;
        }

        if (row > 0) appender.Append(row);
        appender.Complete();
    }
}
