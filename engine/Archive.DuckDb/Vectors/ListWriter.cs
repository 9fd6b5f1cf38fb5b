using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>A vector of LIST values that is being filled. Rows that are never written are empty lists.</summary>
public unsafe ref struct ListWriter<T>
    where T : unmanaged
{
    private readonly nint vector;
    private readonly Span<ListEntry> entries;
    private int length;
    private int reserved;

    internal ListWriter(nint vector, int capacity)
    {
        this.vector = vector;
        entries = new Span<ListEntry>(NativeMethods.duckdb_vector_get_data(vector), capacity);
        entries.Clear();
        Reserve(capacity);
    }

    /// <summary>Writes the list of a row; each row may be written once, in any order. The elements are copied.</summary>
    public void Write(int row, scoped ReadOnlySpan<T> elements)
    {
        if (length + elements.Length > reserved) Reserve(Math.Max(2 * reserved, length + elements.Length));
        entries[row] = new ListEntry((ulong)length, (ulong)elements.Length);
        elements.CopyTo(new Span<T>(NativeMethods.duckdb_vector_get_data(NativeMethods.duckdb_list_vector_get_child(vector)), reserved)[length..]);
        length += elements.Length;
        Check(NativeMethods.duckdb_list_vector_set_size(vector, (ulong)length));
    }

    /// <summary>Writes the list of a row, some of whose elements are null: those at the places where <paramref name="areNull"/> is true.</summary>
    public void Write(int row, scoped ReadOnlySpan<T> elements, scoped ReadOnlySpan<bool> areNull)
    {
        var first = length;
        Write(row, elements);
        var child = NativeMethods.duckdb_list_vector_get_child(vector);
        NativeMethods.duckdb_vector_ensure_validity_writable(child);
        var validity = NativeMethods.duckdb_vector_get_validity(child);
        for (var index = 0; index < areNull.Length; index++)
        {
            if (areNull[index]) validity[(first + index) >> 6] &= ~(1UL << ((first + index) & 63));
        }
    }

    private void Reserve(int capacity)
    {
        Check(NativeMethods.duckdb_list_vector_reserve(vector, (ulong)capacity));
        reserved = capacity;
    }

    private static void Check(State state)
    {
        if (state == State.Error) throw new DuckDbException("DuckDB has no room for the elements of a list.");
    }

    private readonly record struct ListEntry(ulong Offset, ulong Length);
}
