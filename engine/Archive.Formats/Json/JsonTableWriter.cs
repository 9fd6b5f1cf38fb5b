using System.Buffers;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Json;

/// <summary>
/// One object: <c>query</c>, <c>info</c>, <c>metadata</c> with an object a column, <c>data</c> with an array a row, then <c>status</c> (<c>OK</c>,
/// <c>OVERFLOW</c> or <c>ERROR</c>) and, after an error, <c>message</c>. <c>metadata</c> and <c>data</c> are as ESA's TAP+ has them, which astroquery reads.
/// </summary>
internal sealed class JsonTableWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private JsonRows? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        rows = new JsonRows(description, "["u8.ToArray(), [","u8.ToArray()], "]"u8.ToArray());
        var header = new ByteBuffer();
        header.Append("{\"query\":"u8);
        header.Append(JsonText.Of(description.Query));
        header.Append(",\n\"info\":["u8);
        AppendAll(description.Infos, header, info => AppendObject(header, ("name", info.Name), ("value", info.Value)));
        header.Append("],\n\"metadata\":["u8);
        AppendAll(description.Columns, header, column => AppendColumn(header, column));
        header.Append("],\n\"data\":[\n"u8);
        Output.Write(header.Written);
    }

    protected override void WriteRows(DataChunk chunk, int rowCount) => rows!.Write(chunk, rowCount, Output);

    protected override bool WriteEnding(ResultEnding ending)
    {
        var trailer = new ByteBuffer();
        trailer.Append("\n],\n\"status\":"u8);
        trailer.Append(JsonText.Of(ending.Status.Word()));
        if (ending.Message is { } message)
        {
            trailer.Append(",\"message\":"u8);
            trailer.Append(JsonText.Of(message));
        }

        trailer.Append("}\n"u8);
        Output.Write(trailer.Written);
        return true;
    }

    private static void AppendColumn(ByteBuffer header, Column column) => AppendObject(header,
        ("name", column.Name), ("datatype", column.Type.Datatype.VotableName()), ("arraysize", column.Type.Arraysize), ("xtype", column.Type.Xtype),
        ("unit", column.Unit), ("ucd", column.Ucd), ("utype", column.Utype), ("description", column.Description));

    private static void AppendAll<T>(IEnumerable<T> items, ByteBuffer header, Action<T> append)
    {
        var separator = "\n"u8;
        foreach (var item in items)
        {
            header.Append(separator);
            separator = ",\n"u8;
            append(item);
        }
    }

    private static void AppendObject(ByteBuffer header, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var separator = (byte)'{';
        foreach (var (name, value) in members)
        {
            header.Append(separator);
            separator = (byte)',';
            header.Append(JsonText.Of(name));
            header.Append((byte)':');
            header.Append(JsonText.Of(value));
        }

        header.Append((byte)'}');
    }
}
