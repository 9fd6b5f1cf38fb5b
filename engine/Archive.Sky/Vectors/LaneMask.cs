using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archive.Sky.Vectors;

/// <summary>Turns a comparison's eight lanes into eight bytes, each 0 or 1.</summary>
internal static class LaneMask
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector512<double> mask, Span<byte> eightBytes)
    {
        ulong bits = mask.ExtractMostSignificantBits();

        // Every byte gets all eight bits and keeps its own; adding 0x7F carries a kept bit into the top of its byte.
        ulong own = (bits * 0x0101010101010101) & 0x8040201008040201;
        ulong bytes = ((own + 0x7F7F7F7F7F7F7F7F) >> 7) & 0x0101010101010101;
        BinaryPrimitives.WriteUInt64LittleEndian(eightBytes, bytes);
    }
}
