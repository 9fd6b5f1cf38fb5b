using System.Collections.Frozen;

namespace Archive.Catalogue.Units;

/// <summary>
/// The symbols of VOUnits 1.1, and what they are worth: constants of the SI and the IAU's resolutions of 2012 and 2015, CODATA 2018 elsewhere. Base units are those of the SI (with the
/// gram and the arcsecond, which keep everyday conversions whole numbers), bit and mag, and what is merely counted.
/// </summary>
internal static class KnownUnits
{
    private const double ArcsecondsPerRadian = 648_000 / Math.PI, ElementaryCharge = 1.602176634, MetresPerAu = 149_597_870_700;

    private static readonly FrozenDictionary<string, int> Prefixes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["y"] = -24, ["z"] = -21, ["a"] = -18, ["f"] = -15, ["p"] = -12, ["n"] = -9, ["u"] = -6, ["m"] = -3, ["c"] = -2, ["d"] = -1,
        ["da"] = 1, ["h"] = 2, ["k"] = 3, ["M"] = 6, ["G"] = 9, ["T"] = 12, ["P"] = 15, ["E"] = 18, ["Z"] = 21, ["Y"] = 24,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> BinaryPrefixes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Ki"] = 10, ["Mi"] = 20, ["Gi"] = 30, ["Ti"] = 40, ["Pi"] = 50, ["Ei"] = 60,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Units that take no prefix.</summary>
    private static readonly FrozenSet<string> Bare = FrozenSet.Create(StringComparer.Ordinal,
        "%", "min", "h", "d", "deg", "arcmin", "mas", "Angstrom", "angstrom", "AU", "au", "Ba", "dB", "dex");

    private static readonly FrozenDictionary<string, Unit> Units = Define();

    public static IEnumerable<string> Symbols => Units.Keys;

    /// <summary>The unit with its prefix; null if there is none. A symbol of its own goes before a prefix and a symbol: min, cd, Pa.</summary>
    public static Unit? Find(string symbol)
    {
        if (Units.TryGetValue(symbol, out var unit)) return unit;
        for (var length = Math.Min(2, symbol.Length - 1); length > 0; length--)
        {
            var (prefix, rest) = (symbol[..length], symbol[length..]);
            if (!Units.TryGetValue(rest, out unit) || Bare.Contains(rest)) continue;
            if (Prefixes.TryGetValue(prefix, out var tens)) return unit.ScaledBy(1, tens);
            if (rest is "bit" or "byte" or "B" && BinaryPrefixes.TryGetValue(prefix, out var twos)) return unit.ScaledBy(1L << twos);
        }

        return null;
    }

    private static FrozenDictionary<string, Unit> Define()
    {
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var symbol in new[] { "m", "g", "s", "A", "K", "mol", "cd", "arcsec", "mag", "dB", "dex", "bit", "count", "photon", "electron", "adu", "pix", "voxel", "beam", "bin", "chan" })
            units.Add(symbol, Unit.Base(symbol));

        Add("%", 1, -2);
        Add("rad", ArcsecondsPerRadian, 0, ("arcsec", 1));
        Add("sr", ArcsecondsPerRadian * ArcsecondsPerRadian, 0, ("arcsec", 2));
        Add("deg", 3600, 0, ("arcsec", 1));
        Add("arcmin", 60, 0, ("arcsec", 1));
        Add("mas", 1, -3, ("arcsec", 1));
        Add("min", 60, 0, ("s", 1));
        Add("h", 3600, 0, ("s", 1));
        Add("d", 86_400, 0, ("s", 1));
        Add("yr", 31_557_600, 0, ("s", 1));
        Same("a", "yr");
        Add("Hz", 1, 0, ("s", -1));
        Add("N", 1, 3, ("g", 1), ("m", 1), ("s", -2));
        Add("Pa", 1, 3, ("g", 1), ("m", -1), ("s", -2));
        Add("Ba", 1, 2, ("g", 1), ("m", -1), ("s", -2));
        Add("J", 1, 3, ("g", 1), ("m", 2), ("s", -2));
        Add("erg", 1, -4, ("g", 1), ("m", 2), ("s", -2));
        Add("eV", ElementaryCharge, -16, ("g", 1), ("m", 2), ("s", -2));
        Add("Ry", 13.605693122994 * ElementaryCharge, -16, ("g", 1), ("m", 2), ("s", -2));
        Add("W", 1, 3, ("g", 1), ("m", 2), ("s", -3));
        Add("C", 1, 0, ("A", 1), ("s", 1));
        Add("V", 1, 3, ("g", 1), ("m", 2), ("s", -3), ("A", -1));
        Add("S", 1, -3, ("g", -1), ("m", -2), ("s", 3), ("A", 2));
        Add("F", 1, -3, ("g", -1), ("m", -2), ("s", 4), ("A", 2));
        Add("Wb", 1, 3, ("g", 1), ("m", 2), ("s", -2), ("A", -1));
        Add("T", 1, 3, ("g", 1), ("s", -2), ("A", -1));
        Add("G", 1, -1, ("g", 1), ("s", -2), ("A", -1));
        Add("H", 1, 3, ("g", 1), ("m", 2), ("s", -2), ("A", -2));
        Add("Ohm", 1, 3, ("g", 1), ("m", 2), ("s", -3), ("A", -2));
        Add("D", 1.0 / 3, -29, ("A", 1), ("s", 1), ("m", 1));
        Add("lm", ArcsecondsPerRadian * ArcsecondsPerRadian, 0, ("cd", 1), ("arcsec", 2));
        Add("lx", ArcsecondsPerRadian * ArcsecondsPerRadian, 0, ("cd", 1), ("arcsec", 2), ("m", -2));
        Add("Jy", 1, -23, ("g", 1), ("s", -2));
        Add("R", 1 / (4 * Math.PI * ArcsecondsPerRadian * ArcsecondsPerRadian), 10, ("photon", 1), ("m", -2), ("s", -1), ("arcsec", -2));
        Add("barn", 1, -28, ("m", 2));
        Add("Angstrom", 1, -10, ("m", 1));
        Same("angstrom", "Angstrom");
        Add("AU", MetresPerAu, 0, ("m", 1));
        Same("au", "AU");
        Add("pc", MetresPerAu * ArcsecondsPerRadian, 0, ("m", 1));
        Add("lyr", 299_792_458.0 * 31_557_600, 0, ("m", 1));
        Add("solRad", 6.957, 8, ("m", 1));
        Add("solMass", 1.988409870698051, 33, ("g", 1));
        Add("solLum", 3.828, 29, ("g", 1), ("m", 2), ("s", -3));
        Add("u", 1.66053906660, -24, ("g", 1));
        Add("byte", 8, 0, ("bit", 1));
        Same("B", "byte");
        Same("ct", "count");
        Same("ph", "photon");
        Same("pixel", "pix");
        return units.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string symbol, double mantissa, int exponent, params ReadOnlySpan<(string Symbol, double Power)> powers)
        {
            var unit = Unit.One.ScaledBy(mantissa, exponent);
            foreach (var (name, power) in powers) unit = unit.Times(Unit.Base(name).ToThe(power));
            units.Add(symbol, unit);
        }

        void Same(string symbol, string other) => units.Add(symbol, units[other]);
    }
}
