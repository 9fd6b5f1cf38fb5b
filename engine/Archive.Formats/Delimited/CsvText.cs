using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Delimited;

/// <summary>A text field of CSV before it is quoted: as it is, but an empty text by a mark, so that it isn't taken for a null.</summary>
internal sealed class CsvText : TextRule
{
    /// <summary>Stands for an empty text; a byte that UTF-8 never holds.</summary>
    public const byte EmptyText = 0xFF;

    public static CsvText Instance { get; } = new();

    public override void Append(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        if (text.IsEmpty) output.Append(EmptyText);
        else output.Append(text);
    }
}
