using System.Buffers;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;

namespace Archive.Formats.Votable;

/// <summary>A VOTable with its rows in BINARY or BINARY2, base64 encoded as they come.</summary>
internal sealed class BinaryWriter(IBufferWriter<byte> output, Serialization serialization, VotableVersion version) : ResultWriter(output)
{
    private static readonly RowFrame Frame = new([], [], []);

    private readonly Base64Output stream = new(output);
    private RowStream? rows;

    protected override void WriteHeader(ResultDescription description)
    {
        var isBinary2 = serialization == Serialization.Binary2;
        var flags = isBinary2 ? new NullFlags(description.Columns.Length) : null;
        rows = new RowStream(new CellSlice(BinaryFamily.EncodersOf(description, serialization), flags), Frame);
        Output.Write(new XmlBuffer().AppendHeader(description, serialization, version)
            .Markup(isBinary2 ? "<BINARY2>\n<STREAM encoding=\"base64\">\n"u8 : "<BINARY>\n<STREAM encoding=\"base64\">\n"u8).Written);
    }

    protected override void WriteRows(DataChunk chunk, int rowCount) => rows!.Write(chunk, rowCount, stream);

    protected override bool WriteEnding(ResultEnding ending)
    {
        stream.Finish();
        Output.Write(new XmlBuffer()
            .Markup(serialization == Serialization.Binary2 ? "</STREAM>\n</BINARY2>\n"u8 : "</STREAM>\n</BINARY>\n"u8)
            .AppendTrailer(ending, Description).Written);
        return true;
    }
}
