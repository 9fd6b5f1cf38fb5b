using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Archive.Ingest.Bookkeeping;

/// <summary>
/// 64 bits that stand for a text where many texts would take too much memory. Among a million texts two have the same with a chance of one in
/// thirty million. Not for texts that somebody makes alike on purpose.
/// </summary>
internal static class TextHash
{
    private const ulong First = 0x9E3779B97F4A7C15, Second = 0xD6E8FEB86659FD93, Third = 0xA0761D6478BD642F;

    /// <summary>The hash of a path: of its folder, then of its name.</summary>
    /// <param name="path">UTF-8.</param>
    public static ulong OfPath(ReadOnlySpan<byte> path)
    {
        var slash = path.LastIndexOf((byte)Path.DirectorySeparatorChar);
        return Of(path[(slash + 1)..], Of(path[..Math.Max(slash, 0)]));
    }

    // Used a hundred thousand times before the runtime would think of compiling it well.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> text, ulong seed = 0)
    {
        var hash = seed ^ ((ulong)text.Length * First);
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text), Second);
        ulong rest = 0;
        foreach (var octet in text) rest = (rest << 8) | octet;
        return Mix(hash ^ rest, Third);
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low ^ left;
    }
}
