using Archive.DuckDb;
using Archive.DuckDb.Vectors;

namespace Archive.Ingest.Partitioning;

/// <summary>Texts as a table of DuckDB, for questions about many of them at once.</summary>
internal static class TextTable
{
    /// <summary>Makes the table anew.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="name">Name of the table.</param>
    /// <param name="columns">Names of its columns.</param>
    /// <param name="rows">A text for each column.</param>
    public static void Make(DuckDbConnection connection, string name, string[] columns, IEnumerable<string[]> rows)
    {
        connection.Execute($"CREATE OR REPLACE TABLE {name} ({string.Join(", ", columns.Select(column => $"{column} VARCHAR"))})");
        using var appender = new TableAppender(connection, null, name, [.. columns.Select(_ => DuckDbType.Varchar)]);
        foreach (var chunk in rows.Chunk(DataChunk.Capacity))
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var writer = appender.Column(column);
                for (var row = 0; row < chunk.Length; row++) writer.SetText(row, chunk[row][column]);
            }

            appender.Append(chunk.Length);
        }

        appender.Complete();
    }
}
