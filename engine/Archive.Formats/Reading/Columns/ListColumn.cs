using System.Runtime.InteropServices;
using Archive.DuckDb.Vectors;

namespace Archive.Formats.Reading.Columns;

/// <summary>An array a row, whatever its dimensions: its elements in a row, the first index the fastest, as VOTable has them.</summary>
/// <param name="shape">Elements of a cell.</param>
/// <param name="valuesOfElement">Values that are kept of each element.</param>
internal abstract class ListColumn<T>(FieldShape shape, int valuesOfElement) : CellColumn(shape)
    where T : unmanaged
{
    private readonly List<T> values = [];
    private readonly List<bool> areNull = [];
    private readonly int[] ends = new int[DataChunk.Capacity];
    private bool hasNullElements;

    public override void Add(int row, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty)
        {
            SetNull(row);
        }
        else
        {
            var first = values.Count;
            Parse(trimmed);
            var found = values.Count - first;
            if (found % valuesOfElement != 0) throw new CellException("a complex number lacks its second part.");
            if (Shape.Count is { } expected && found != (long)expected * valuesOfElement) throw CellException.WrongCount(found / valuesOfElement, expected);
        }

        ends[row] = values.Count;
    }

    public override void Add(int row, ReadOnlySpan<byte> elements, int count, CellNull nullness)
    {
        if (nullness == CellNull.Null || (count == 0 && nullness == CellNull.MayBeEmpty)) SetNull(row);
        else Read(elements, count);
        ends[row] = values.Count;
    }

    protected int ValuesOfElement => valuesOfElement;

    /// <summary>Adds what a text says that isn't empty.</summary>
    protected abstract void Parse(ReadOnlySpan<char> text);

    /// <summary>Adds so many elements.</summary>
    protected abstract void Read(ReadOnlySpan<byte> bytes, int count);

    /// <summary>Adds a value; null for an element that is missing.</summary>
    protected void Add(T? value)
    {
        values.Add(value.GetValueOrDefault());
        areNull.Add(value is null);
        hasNullElements |= value is null;
    }

    protected override void Write(VectorWriter vector, int rows)
    {
        var lists = vector.Lists<T>();
        var start = 0;
        for (var row = 0; row < rows; row++)
        {
            var elements = CollectionsMarshal.AsSpan(values)[start..ends[row]];
            if (hasNullElements) lists.Write(row, elements, CollectionsMarshal.AsSpan(areNull)[start..ends[row]]);
            else lists.Write(row, elements);
            start = ends[row];
        }

        values.Clear();
        areNull.Clear();
        hasNullElements = false;
    }
}
