using Archive.DuckDb.Vectors;

namespace Archive.Formats.Reading.Columns;

/// <summary>The values of one column for the rows of a chunk: cells go in row by row, a whole vector comes out.</summary>
/// <param name="shape">Elements of a cell.</param>
internal abstract class CellColumn(FieldShape shape)
{
    private readonly bool[] isNull = new bool[DataChunk.Capacity];

    protected FieldShape Shape => shape;

    /// <summary>Takes a cell as text.</summary>
    /// <exception cref="CellException">It isn't of the column's type.</exception>
    public abstract void Add(int row, ReadOnlySpan<char> text);

    /// <summary>Takes a cell as VOTable's BINARY and BINARY2 have it: an array of any length tells the number of its elements before them.</summary>
    /// <exception cref="CellException">It isn't of the column's type, or the bytes end in it.</exception>
    public void Add(int row, BinaryCells cells, CellNull nullness)
    {
        var count = shape.Count ?? cells.TakeCount();
        Add(row, cells.Take(BytesOf(count)), count, nullness);
    }

    /// <summary>Takes the elements of a cell, the first byte of each the highest.</summary>
    /// <exception cref="CellException">They aren't of the column's type.</exception>
    public abstract void Add(int row, ReadOnlySpan<byte> elements, int count, CellNull nullness);

    /// <summary>Bytes of so many elements.</summary>
    public abstract long BytesOf(int count);

    /// <summary>Writes the first rows into a vector and forgets them.</summary>
    public void MoveTo(VectorWriter vector, int rows)
    {
        Write(vector, rows);
        for (var row = 0; row < rows; row++)
        {
            if (!isNull[row]) continue;
            vector.SetNull(row);
            isNull[row] = false;
        }
    }

    /// <summary>Writes the values; what is written for a null doesn't matter.</summary>
    protected abstract void Write(VectorWriter vector, int rows);

    protected void SetNull(int row) => isNull[row] = true;

    protected bool IsNull(int row) => isNull[row];
}
