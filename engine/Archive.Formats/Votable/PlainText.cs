using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>Text that may hold anything, as the counted arrays of BINARY and BINARY2 do.</summary>
internal sealed class PlainText : TextRule
{
    public static PlainText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output) => output.Append(text);
}
