using System.Runtime.CompilerServices;
using System.Text;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Vectors;

/// <summary>
/// The values of one column in a chunk, read where DuckDB holds them, without a copy. Valid only while the chunk is. The caller
/// names the element type that goes with the column's <see cref="DuckDbType"/>: BOOLEAN byte, SMALLINT short, INTEGER int, BIGINT
/// long, FLOAT float, DOUBLE double, DATE int (days since 1970-01-01), TIMESTAMP long (microseconds since 1970-01-01 UTC).
/// </summary>
public readonly unsafe ref struct VectorView
{
    private readonly nint vector;
    private readonly void* data;
    private readonly ulong* validity;

    internal VectorView(nint vector, int count)
    {
        this.vector = vector;
        Count = count;
        data = NativeMethods.duckdb_vector_get_data(vector);
        validity = NativeMethods.duckdb_vector_get_validity(vector);
    }

    public int Count { get; }

    /// <summary>False means that no value is null; true that some may be.</summary>
    public bool MayHaveNulls => validity is not null;

    /// <summary>A bit a row, 1 for a value and 0 for null, from the lowest bit of the first word; empty where nothing is null.</summary>
    public ReadOnlySpan<ulong> Validity => validity is null ? [] : new ReadOnlySpan<ulong>(validity, (Count + 63) / 64);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => validity is not null && (validity[row >> 6] >> (row & 63) & 1) == 0;

    /// <summary>The values; what stands in the place of a null is undefined.</summary>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged => new(data, Count);

    /// <summary>The bytes of a VARCHAR (UTF-8) or BLOB value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int row) => ((StringValue*)data + row)->Bytes;

    /// <summary>A VARCHAR value as a string, null for null; for a few values, not for streams.</summary>
    public string? Text(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Bytes(row));

    /// <summary>Where the elements of a LIST value are in <see cref="ListElements"/>.</summary>
    public (int Offset, int Length) ListEntry(int row)
    {
        var entry = (ulong*)data + (2 * row);
        return ((int)entry[0], (int)entry[1]);
    }

    /// <summary>The elements of all LIST values of this vector, one after the other.</summary>
    public VectorView ListElements() =>
        new(NativeMethods.duckdb_list_vector_get_child(vector), (int)NativeMethods.duckdb_list_vector_get_size(vector));
}
