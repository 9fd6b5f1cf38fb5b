using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;
using Archive.DuckDb;
using Archive.DuckDb.Vectors;
using Archive.Formats.Reading;

namespace Archive.Formats.Tests.Reading;

/// <summary>A document as the reader understands it, in a temporary table of a DuckDB in memory.</summary>
internal sealed class LoadedTable : IDisposable
{
    private static readonly DuckDbDatabase Database = DuckDbDatabase.Open(null);

    private readonly DuckDbConnection connection = Database.Connect();

    public ImmutableArray<Column> Columns { get; private set; } = [];

    public long RowCount { get; private set; }

    public static LoadedTable Of(byte[] document, TableReadLimits? limits = null) => Of(limits => TableReader.Open(new MemoryStream(document, writable: false), limits), limits);

    public static LoadedTable Of(Func<TableReadLimits, TableReader> open, TableReadLimits? limits = null)
    {
        var loaded = new LoadedTable();
        try
        {
            using var reader = open(limits ?? new TableReadLimits());
            loaded.Columns = reader.Columns;
            loaded.connection.Execute($"CREATE TEMPORARY TABLE t ({string.Join(", ", reader.Columns.Select((column, index) => string.Create(CultureInfo.InvariantCulture, $"c{index} {column.Type.SqlTypeName()}")))})");
            using var appender = new TableAppender(loaded.connection, "temp", "main", "t");
            loaded.RowCount = reader.AppendTo(appender, CancellationToken.None);
            appender.Complete();
            return loaded;
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    /// <summary>The table in a format of ours.</summary>
    public byte[] Render(string format) => Rendering.Render(connection, format, "SELECT * FROM t", Columns);

    /// <summary>Rows as DuckDB shows them, cells parted by <c>|</c>; a null is <c>NULL</c>, and NaN has no sign.</summary>
    public string[] Rows()
    {
        using var result = connection.Query($"SELECT {string.Join(" || '|' || ", Columns.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"coalesce(replace(c{index}::VARCHAR, '-nan', 'nan'), 'NULL')")))} FROM t");
        var rows = new List<string>();
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++) rows.Add(chunk.Column(0).Text(row)!);
            }
        }

        return [.. rows];
    }

    public void Dispose() => connection.Dispose();
}
