using System.Globalization;

namespace Archive.Bench.Reporting;

/// <summary>Times and sizes with three digits and the unit that fits.</summary>
internal static class Quantities
{
    public static string Time(double nanoseconds) => Scaled(nanoseconds, 1000, ["ns", "µs", "ms", "s"]);

    public static string Bytes(double bytes) => Scaled(bytes, 1024, ["B", "KiB", "MiB", "GiB"]);

    /// <summary>A number without a unit, whole where it is 100 or more.</summary>
    public static string Number(double number) => ThreeDigits(number);

    private static string Scaled(double value, double step, ReadOnlySpan<string> units)
    {
        var unit = 0;
        for (; value >= step && unit < units.Length - 1; unit++) value /= step;
        return $"{ThreeDigits(value)} {units[unit]}";
    }

    private static string ThreeDigits(double value) =>
        value.ToString(value switch { < 0.005 => "0", < 10 => "0.00", < 100 => "0.0", _ => "#,0" }, CultureInfo.InvariantCulture);
}
