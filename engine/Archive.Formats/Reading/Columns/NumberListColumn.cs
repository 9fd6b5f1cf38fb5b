using System.Numerics;
using System.Runtime.CompilerServices;
using Archive.Formats.Values;

namespace Archive.Formats.Reading.Columns;

/// <summary>An array of numbers, or of complex numbers, each of which is two.</summary>
internal sealed class NumberListColumn<T>(FieldShape shape, int numbersOfElement, string? nullText) : ListColumn<T>(shape, numbersOfElement)
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly NullNumber<T> nullNumber = new(nullText);

    public override long BytesOf(int count) => (long)count * ValuesOfElement * Unsafe.SizeOf<T>();

    protected override void Parse(ReadOnlySpan<char> text)
    {
        foreach (var range in CellWords.In(text))
        {
            if (nullNumber.Is(text[range])) Add(null);
            else Keep(CellNumber.Parse<T>(text[range]));
        }
    }

    protected override void Read(ReadOnlySpan<byte> bytes, int count)
    {
        for (; bytes.Length > 0; bytes = bytes[Unsafe.SizeOf<T>()..]) Keep(BigEndian.Read<T>(bytes));
    }

    private void Keep(T value) => Add(nullNumber.Is(value) ? null : value);
}
