using System.Runtime.InteropServices;

namespace Archive.DuckDb.Vectors;

/// <summary><c>duckdb_string_t</c>: up to 12 bytes in place, more behind a pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct StringValue
{
    private const int InlineLength = 12;

    [FieldOffset(0)]
    private uint length;

    [FieldOffset(4)]
    private fixed byte inlined[InlineLength];

    [FieldOffset(8)]
    private byte* pointer;

    /// <summary>The bytes; valid while the vector is, and only if this structure itself lies in the vector.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (length > InlineLength) return new ReadOnlySpan<byte>(pointer, (int)length);
            fixed (byte* start = inlined) return new ReadOnlySpan<byte>(start, (int)length);
        }
    }
}
