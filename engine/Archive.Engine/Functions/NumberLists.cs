using Archive.DuckDb.Vectors;

namespace Archive.Engine.Functions;

/// <summary>A vector of DOUBLE[]: the numbers of a geometry in each row.</summary>
internal readonly ref struct NumberLists(VectorView lists)
{
    private readonly VectorView lists = lists;
    private readonly VectorView elements = lists.ListElements();

    /// <summary>The numbers of a row; false if the row or one of its numbers is null.</summary>
    public bool TryGet(int row, out ReadOnlySpan<double> numbers)
    {
        numbers = default;
        if (lists.IsNull(row)) return false;
        var (offset, length) = lists.ListEntry(row);
        numbers = elements.Values<double>().Slice(offset, length);
        if (!elements.MayHaveNulls) return true;
        for (var i = offset; i < offset + length; i++)
        {
            if (elements.IsNull(i)) return false;
        }

        return true;
    }
}
