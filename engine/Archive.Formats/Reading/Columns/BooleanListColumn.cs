namespace Archive.Formats.Reading.Columns;

/// <summary>An array of booleans, a letter each.</summary>
internal sealed class BooleanListColumn(FieldShape shape) : ListColumn<byte>(shape, valuesOfElement: 1)
{
    public override long BytesOf(int count) => count;

    protected override void Parse(ReadOnlySpan<char> text)
    {
        foreach (var range in CellWords.In(text)) Add(CellBoolean.Parse(text[range]));
    }

    protected override void Read(ReadOnlySpan<byte> bytes, int count)
    {
        foreach (var letter in bytes) Add(CellBoolean.Read(letter));
    }
}
