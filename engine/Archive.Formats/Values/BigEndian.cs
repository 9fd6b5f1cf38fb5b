using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Archive.Formats.Values;

/// <summary>Numbers of 1, 2, 4 or 8 bytes, the first byte the highest: VOTable's BINARY and BINARY2, and FITS.</summary>
internal static class BigEndian
{
    public static void Write<T>(T number, Span<byte> destination)
        where T : unmanaged => MemoryMarshal.Write(destination, InOrder(number));

    /// <summary>The number that begins with the first byte.</summary>
    public static T Read<T>(ReadOnlySpan<byte> source)
        where T : unmanaged => InOrder(MemoryMarshal.Read<T>(source));

    private static T InOrder<T>(T number)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian) return number;
        return Unsafe.SizeOf<T>() switch
        {
            2 => Unsafe.BitCast<short, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, short>(number))),
            4 => Unsafe.BitCast<int, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, int>(number))),
            8 => Unsafe.BitCast<long, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, long>(number))),
            _ => number,
        };
    }
}
