namespace Archive.DataSamples.Randomness;

/// <summary>
/// The generator xoshiro256** (Blackman and Vigna, 2018), seeded through SplitMix64. Other than <see cref="Random"/> its numbers stay the same
/// with every version of .NET: a seed names one twin for good. Not thread-safe; not for secrets.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>A sequence of its own for each pair of seed and stream, so that nights can be made in any order.</summary>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        var state = Mix(seed) ^ (stream * 0xD134_2543_DE82_EF95);
        _s0 = Next(ref state);
        _s1 = Next(ref state);
        _s2 = Next(ref state);
        _s3 = Next(ref state);
    }

    public ulong NextUInt64()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 inclusive to the limit, exclusive.</summary>
    public int Next(int limit) => (int)Math.BigMul(NextUInt64(), (ulong)limit, out _);

    /// <summary>The lower bound inclusive to the upper, exclusive.</summary>
    public double Between(double lower, double upper) => lower + ((upper - lower) * NextDouble());

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>
    /// Nearly normal, mean 0, standard deviation 1, never beyond 3.5: the sum of four uniform numbers, since logarithm and cosine may differ in the last
    /// place from one machine to another.
    /// </summary>
    public double NextNormal() => (NextDouble() + NextDouble() + NextDouble() + NextDouble() - 2) * 1.7320508075688772;

    private static ulong Mix(ulong value) => Next(ref value);

    /// <summary>SplitMix64.</summary>
    private static ulong Next(ref ulong state)
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
