using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Formats.Tests;

/// <summary>Writes the result of a query, run by a DuckDB in memory, in a format.</summary>
internal static class Rendering
{
    private static readonly DuckDbDatabase Database = DuckDbDatabase.Open(null);

    public static byte[] Render(string format, string sql, ImmutableArray<Column> columns, ResultEnding? ending = null, string? query = null, params ReadOnlySpan<ResultInfo> infos)
    {
        using var connection = Database.Connect();
        return Render(connection, format, sql, columns, ending, query, infos);
    }

    public static byte[] Render(
        DuckDbConnection connection, string format, string sql, ImmutableArray<Column> columns, ResultEnding? ending = null, string? query = null, params ReadOnlySpan<ResultInfo> infos)
    {
        using var result = connection.Query(sql);
        var output = new ArrayBufferWriter<byte>();
        using var writer = ResultFormats.Find(format)!.Format.CreateWriter(output);
        writer.Begin(ResultDescription.Of(result, columns) with { Query = query, Infos = [.. infos] });
        while (result.FetchChunk() is { } chunk)
        {
            using (chunk) writer.Write(chunk);
        }

        while (!writer.End(ending ?? ResultEnding.Complete))
        {
        }

        return output.WrittenSpan.ToArray();
    }

    public static string RenderText(string format, string sql, params Column[] columns) => Encoding.UTF8.GetString(Render(format, sql, [.. columns]));

    /// <summary>A column out of its name and its type as <c>datatype [arraysize [xtype]]</c>, for instance <c>char * timestamp</c>.</summary>
    public static Column Column(string name, string type)
    {
        var words = type.Split(' ');
        Assert.True(DatatypeNames.TryParse(words[0], out var datatype), $"'{words[0]}' is no datatype");
        return new Column { Name = name, Type = new ColumnType(datatype, words.ElementAtOrDefault(1), words.ElementAtOrDefault(2)) };
    }
}
