using Archive.DuckDb.Vectors;

namespace Archive.Formats.Votable.Reading.Columns;

/// <summary>The values of one column for the rows of a chunk: cells go in row by row, a whole vector comes out.</summary>
internal abstract class CellColumn
{
    private readonly bool[] isNull = new bool[DataChunk.Capacity];

    /// <summary>Takes a cell of TABLEDATA.</summary>
    /// <exception cref="CellException">It isn't of the column's type.</exception>
    public abstract void Add(int row, ReadOnlySpan<char> text);

    /// <summary>Takes a cell of BINARY or BINARY2.</summary>
    /// <exception cref="CellException">It isn't of the column's type, or the bytes end in it.</exception>
    public abstract void Add(int row, BinaryCells cells, CellNull nullness);

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
