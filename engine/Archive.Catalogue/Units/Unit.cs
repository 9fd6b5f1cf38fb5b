using System.Collections.Immutable;

namespace Archive.Catalogue.Units;

/// <summary>What a unit is worth in base units: <c>Mantissa · 10^Exponent</c> of a product of powers of base units. Powers of ten are kept apart, so that converting by them is exact.</summary>
/// <param name="Mantissa">Positive and finite.</param>
/// <param name="Exponent">Of ten.</param>
/// <param name="Powers">The base units' symbols with their powers, none of them 0.</param>
/// <param name="Function">log, ln, exp or sqrt, where the unit is a function of another one; such a quantity isn't converted. Null else.</param>
public sealed record Unit(double Mantissa, int Exponent, ImmutableSortedDictionary<string, double> Powers, string? Function = null)
{
    public static Unit One { get; } = new(1, 0, ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal));

    internal static Unit Base(string symbol) => One with { Powers = One.Powers.Add(symbol, 1) };

    public bool IsDimensionless => Powers.IsEmpty && Function is null;

    /// <summary>Can a quantity in this unit be told in the other one?</summary>
    public bool IsConvertibleTo(Unit other) => Function == other.Function && Powers.SequenceEqual(other.Powers) && (Function is null || (Mantissa, Exponent) == (other.Mantissa, other.Exponent));

    /// <summary>A quantity in this unit is the quantity times the first number, divided by the second, in the other one.</summary>
    /// <exception cref="ArgumentException">The units aren't of one kind.</exception>
    public (double Factor, double Divisor) ConversionTo(Unit other)
    {
        if (!IsConvertibleTo(other)) throw new ArgumentException("The units are of different kinds.", nameof(other));
        var tens = Exponent - other.Exponent;
        var (factor, divisor) = (Mantissa, other.Mantissa);
        if (factor == divisor) factor = divisor = 1;
        if (tens > 0) factor *= Math.Pow(10, tens);
        if (tens < 0) divisor *= Math.Pow(10, -tens);
        var quotient = factor / divisor;
        // One whole number says it without a second rounding.
        if (quotient == Math.Round(quotient) && quotient * divisor == factor) return (quotient, 1);
        var inverse = divisor / factor;
        return inverse == Math.Round(inverse) && inverse * factor == divisor ? (1, inverse) : (factor, divisor);
    }

    internal Unit Times(Unit other)
    {
        var powers = Powers.ToBuilder();
        foreach (var (symbol, power) in other.Powers)
        {
            var sum = powers.GetValueOrDefault(symbol) + power;
            if (Math.Abs(sum) < 1e-9) powers.Remove(symbol);
            else powers[symbol] = sum;
        }

        return new Unit(Mantissa * other.Mantissa, Exponent + other.Exponent, powers.ToImmutable());
    }

    internal Unit ToThe(double power)
    {
        if (power == 0) return One;
        var powers = Powers.ToBuilder();
        foreach (var (symbol, old) in Powers) powers[symbol] = old * power;
        var tens = Exponent * power;
        var wholeTens = Math.Truncate(tens);
        return new Unit(Math.Pow(Mantissa, power) * Math.Pow(10, tens - wholeTens), (int)wholeTens, powers.ToImmutable());
    }

    internal Unit ScaledBy(double factor, int tens = 0) => this with { Mantissa = Mantissa * factor, Exponent = Exponent + tens };
}
