using System.Buffers.Binary;
using Archive.Catalogue.Tables;
using Archive.DuckDb.Vectors;
using Archive.Formats.Cells;
using Archive.Formats.Values;

namespace Archive.Formats.Votable;

/// <summary>How a column's arrays are laid out as bytes: a fixed count of elements, or any, told before them.</summary>
/// <param name="column">The column.</param>
/// <param name="writesCount">Whether a number of elements that isn't fixed is written as four bytes before them.</param>
internal sealed class ListShape(Column column, bool writesCount)
{
    private readonly ElementCount count = ElementCount.OfList(column.Type);
    private readonly int numbersPerElement = ElementCount.NumbersPerElement(column.Type);

    /// <summary>Begins the cell of a row; its elements are for the caller to append.</summary>
    /// <exception cref="ResultFormatException">The array hasn't the number of elements that its column has.</exception>
    public ListRun Begin(in VectorView values, int row, CellBuffer cells)
    {
        var isNull = values.IsNull(row);
        var (offset, length) = isNull ? (0, 0) : values.ListEntry(row);
        if (!isNull && (length % numbersPerElement != 0 || (count.Fixed is { } expected && expected != length)))
            throw new ResultFormatException($"Column {column.Name}: an array of {length} elements where the column has {count.Fixed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "pairs"}.");
        if (count.Fixed is null && writesCount)
        {
            BinaryPrimitives.WriteInt32BigEndian(cells.Reserve(sizeof(int)), length / numbersPerElement);
            cells.Length += sizeof(int);
        }

        return new ListRun(isNull, offset, count.Fixed ?? length);
    }
}

/// <summary>The elements of one cell.</summary>
/// <param name="IsNull">There are none, since the array is null; what stands for a null is written <paramref name="Length"/> times.</param>
/// <param name="Offset">Where they begin among the elements of the vector.</param>
/// <param name="Length">How many are written.</param>
internal readonly record struct ListRun(bool IsNull, int Offset, int Length);
