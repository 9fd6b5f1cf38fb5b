using System.Buffers;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Json;

/// <summary>An array with an object a row and nothing else; a second column of one name gets a number.</summary>
internal sealed class JsonObjectsWriter(IBufferWriter<byte> output) : ResultWriter(output)
{
    private JsonRows? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        var names = UniqueNames.Of(description.Columns).Select(JsonText.Of).ToArray();
        byte[][] separators = [.. names[1..].Select(name => (byte[])[(byte)',', .. name, (byte)':'])];
        rows = new JsonRows(description, [(byte)'{', .. names[0], (byte)':'], separators, "}"u8.ToArray());
        Output.Write("[\n"u8);
    }

    protected override void WriteRows(DataChunk chunk, int rowCount) => rows!.Write(chunk, rowCount, Output);

    protected override bool WriteEnding(ResultEnding ending)
    {
        Output.Write("\n]\n"u8);
        return true;
    }
}
