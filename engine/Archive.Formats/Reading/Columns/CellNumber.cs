using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Archive.Formats.Reading.Columns;

/// <summary>Numbers as TABLEDATA writes them (VOTable 1.4, section 6): whole ones in decimal or, behind 0x, in hexadecimal; others also as NaN, +Inf and -Inf.</summary>
internal static class CellNumber
{
    /// <exception cref="CellException">The text is no number of the type.</exception>
    public static T Parse<T>(ReadOnlySpan<char> text)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => TryParse<T>(text, out var number) ? number : throw CellException.NotA(Expected<T>(), text);

    public static bool TryParse<T>(ReadOnlySpan<char> text, out T number)
        where T : unmanaged, INumber<T>
    {
        if (IsReal<T>()) return T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) || TryParseInfinity(text, out number);
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? T.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    public static bool IsReal<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    private static bool TryParseInfinity<T>(ReadOnlySpan<char> text, out T number)
        where T : unmanaged, INumber<T>
    {
        var isNegative = text.StartsWith("-", StringComparison.Ordinal);
        number = T.CreateChecked(isNegative ? double.NegativeInfinity : double.PositiveInfinity);
        return text.TrimStart("+-").Equals("Inf", StringComparison.OrdinalIgnoreCase) && text.Length - 3 <= 1;
    }

    private static string Expected<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        !IsReal<T>() ? string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}")
        : Unsafe.SizeOf<T>() == sizeof(float) ? "a number (float)" : "a number (double)";
}
