using System.Text;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>One column of a chunk that is being filled, or the result of a function. Element types are those of <see cref="VectorView"/>.</summary>
public readonly unsafe ref struct VectorWriter
{
    private readonly nint vector;
    private readonly int capacity;

    internal VectorWriter(nint vector, int capacity)
    {
        this.vector = vector;
        this.capacity = capacity;
    }

    /// <summary>The places of the values, to be written.</summary>
    public Span<T> Values<T>()
        where T : unmanaged => new(NativeMethods.duckdb_vector_get_data(vector), capacity);

    /// <summary>The LIST values, to be written, of elements of one type.</summary>
    public ListWriter<T> Lists<T>()
        where T : unmanaged => new(vector, capacity);

    /// <summary>A bit a row, 1 for a value and 0 for null, from the lowest bit of the first word: to be written where rows are many and values few.</summary>
    public Span<ulong> Validity
    {
        get
        {
            NativeMethods.duckdb_vector_ensure_validity_writable(vector);
            return new Span<ulong>(NativeMethods.duckdb_vector_get_validity(vector), (capacity + 63) / 64);
        }
    }

    /// <summary>Makes the value of a row null.</summary>
    public void SetNull(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)capacity, nameof(row));
        NativeMethods.duckdb_vector_ensure_validity_writable(vector);
        NativeMethods.duckdb_vector_get_validity(vector)[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Writes a VARCHAR (valid UTF-8) or BLOB value; the bytes are copied.</summary>
    public void SetBytes(int row, ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)capacity, nameof(row));
        fixed (byte* pointer = value) NativeMethods.duckdb_vector_assign_string_element_len(vector, (ulong)row, pointer, (ulong)value.Length);
    }

    public void SetText(int row, string value)
    {
        Span<byte> buffer = stackalloc byte[256];
        SetBytes(row, Encoding.UTF8.GetMaxByteCount(value.Length) <= buffer.Length ? buffer[..Encoding.UTF8.GetBytes(value, buffer)] : Encoding.UTF8.GetBytes(value));
    }
}
