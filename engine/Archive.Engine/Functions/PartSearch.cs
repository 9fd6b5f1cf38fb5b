using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Engine.Functions;

/// <summary>
/// Looks for the same bytes in many short texts. The whole part is compared only where three of its bytes stand at the right
/// distances, which is found out for sixteen places at once.
/// </summary>
internal readonly ref struct PartSearch
{
    private const int Places = 16;

    private readonly ReadOnlySpan<byte> part;
    private readonly Vector128<byte> first;
    private readonly Vector128<byte> middle;
    private readonly Vector128<byte> last;

    public PartSearch(ReadOnlySpan<byte> part)
    {
        this.part = part;
        if (part.IsEmpty) return;
        first = Vector128.Create(part[0]);
        middle = Vector128.Create(part[part.Length / 2]);
        last = Vector128.Create(part[^1]);
    }

    public bool IsIn(ReadOnlySpan<byte> text)
    {
        var places = text.Length - part.Length + 1;
        if (places < Places / 2 || part.IsEmpty) return text.IndexOf(part) >= 0;
        ref var start = ref MemoryMarshal.GetReference(text);
        // Two halves, which may overlap, of a text that is too short for sixteen places.
        if (places < Places) return IsAtOneOf(text, Halves(ref start, places - (Places / 2)), 0, places - Places);
        for (var place = 0; place < places - Places; place += Places)
        {
            if (IsAtOneOf(text, Whole(ref Unsafe.Add(ref start, place)), place, place)) return true;
        }

        return IsAtOneOf(text, Whole(ref Unsafe.Add(ref start, places - Places)), places - Places, places - Places);
    }

    /// <summary>A bit for each place where the part may be: the first eight places from the start, and eight from another place on.</summary>
    private uint Halves(ref byte start, int second)
    {
        return Candidates(TwoEights(ref start), TwoEights(ref Unsafe.Add(ref start, part.Length / 2)), TwoEights(ref Unsafe.Add(ref start, part.Length - 1)));

        Vector128<byte> TwoEights(ref byte place) =>
            Vector128.Create(Unsafe.ReadUnaligned<ulong>(ref place), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref place, second))).AsByte();
    }

    /// <summary>The same for sixteen places from the start.</summary>
    private uint Whole(ref byte start) => Candidates(Vector128.LoadUnsafe(ref start), Vector128.LoadUnsafe(ref start, (nuint)part.Length / 2), Vector128.LoadUnsafe(ref start, (nuint)part.Length - 1));

    private uint Candidates(Vector128<byte> atFirst, Vector128<byte> atMiddle, Vector128<byte> atLast) =>
        (Vector128.Equals(atFirst, first) & Vector128.Equals(atMiddle, middle) & Vector128.Equals(atLast, last)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAtOneOf(ReadOnlySpan<byte> text, uint candidates, int low, int high) => candidates != 0 && IsAt(text, candidates, low, high);

    /// <param name="text">The text.</param>
    /// <param name="candidates">A bit a place.</param>
    /// <param name="low">What to add to a bit's number among the lower eight.</param>
    /// <param name="high">What to add to it among the higher eight.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsAt(ReadOnlySpan<byte> text, uint candidates, int low, int high)
    {
        for (; candidates != 0; candidates &= candidates - 1)
        {
            var bit = BitOperations.TrailingZeroCount(candidates);
            if (text.Slice(bit + (bit < Places / 2 ? low : high), part.Length).SequenceEqual(part)) return true;
        }

        return false;
    }
}
