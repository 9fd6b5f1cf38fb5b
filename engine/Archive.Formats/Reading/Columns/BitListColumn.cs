namespace Archive.Formats.Reading.Columns;

/// <summary>An array of bits: digits with or without blanks between them, or bytes, the highest bit first, the last of which is filled up.</summary>
internal sealed class BitListColumn(FieldShape shape) : ListColumn<byte>(shape, valuesOfElement: 1)
{
    public override long BytesOf(int count) => ((long)count + 7) / 8;

    protected override void Parse(ReadOnlySpan<char> text)
    {
        foreach (var digit in text)
        {
            if (char.IsWhiteSpace(digit)) continue;
            Add(digit is '0' or '1' ? (byte)(digit - '0') : throw CellException.NotA("an array of bits (0 and 1)", text));
        }
    }

    protected override void Read(ReadOnlySpan<byte> bytes, int count)
    {
        for (var bit = 0; bit < count; bit++) Add((byte)(bytes[bit >> 3] >> (7 - (bit & 7)) & 1));
    }
}
