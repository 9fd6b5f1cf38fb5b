using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Reading.Columns;

/// <summary>
/// Characters: <c>char</c> is UTF-8, or Latin 1 where it can't be that, <c>unicodeChar</c> is UTF-16. A text ends at the first NUL; between the texts of an array that
/// a NUL fills up, there are blanks.
/// </summary>
internal abstract class TextualColumn(TableField field) : CellColumn(field.Shape)
{
    private readonly bool isUnicode = field.Column.Type.Datatype == Datatype.UnicodeChar;
    private readonly string? nullText = field.NullText;
    private char[] decoded = new char[256];

    public override void Add(int row, ReadOnlySpan<char> text) => KeepUnlessNull(row, text, isEmptyNull: true);

    public override long BytesOf(int count) => isUnicode ? 2L * count : count;

    public override void Add(int row, ReadOnlySpan<byte> elements, int count, CellNull nullness)
    {
        if (nullness == CellNull.Null) KeepNull(row);
        else KeepUnlessNull(row, Decoded(elements), isEmptyNull: nullness == CellNull.MayBeEmpty);
    }

    /// <summary>Takes a value.</summary>
    protected abstract void Keep(int row, ReadOnlySpan<char> text);

    /// <summary>Takes a null.</summary>
    protected virtual void KeepNull(int row) => SetNull(row);

    private void KeepUnlessNull(int row, ReadOnlySpan<char> text, bool isEmptyNull)
    {
        if ((text.IsEmpty && isEmptyNull) || (nullText is not null && text.SequenceEqual(nullText))) KeepNull(row);
        else Keep(row, text);
    }

    private ReadOnlySpan<char> Decoded(ReadOnlySpan<byte> bytes)
    {
        if (decoded.Length < bytes.Length) decoded = new char[Math.Max(bytes.Length, 2 * decoded.Length)];
        int length;
        if (isUnicode)
        {
            length = bytes.Length / 2;
            for (var i = 0; i < length; i++) decoded[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
        }
        else
        {
            length = (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetChars(bytes, decoded);
        }

        var text = decoded.AsSpan(0, length);
        if (text.IndexOf('\0') is not (>= 0 and var end)) return text;
        if (!Shape.IsOfTexts) return text[..end];
        text.Replace('\0', ' ');
        return text;
    }
}
