using System.Globalization;
using System.Reflection;

namespace Archive.Engine.Options;

/// <summary>Checks an options record against the ranges that its properties declare.</summary>
public static class OptionRanges
{
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range; its name is the exception's parameter.</exception>
    public static void Check(object options)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<OptionAttribute>() is { } option && Number(property, options) is { } value) Check(options, property, option, value);
        }
    }

    private static void Check(object options, PropertyInfo property, OptionAttribute option, long value)
    {
        var largest = option.Maximum;
        if (option.NotAbove is { } bound && Number(options.GetType().GetProperty(bound)!, options) is { } other) largest = Math.Min(largest, other);
        if (value >= option.Minimum && value <= largest) return;
        var range = largest == long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{option.Minimum} or more")
            : string.Create(CultureInfo.InvariantCulture, $"{option.Minimum} to {largest}{(option.NotAbove is { } name && largest < option.Maximum ? $", which is {name}" : "")}");
        throw new ArgumentOutOfRangeException(property.Name, string.Create(CultureInfo.InvariantCulture, $"{property.Name} is {value} {option.Unit}, but must be {range}."));
    }

    private static long? Number(PropertyInfo property, object options) => property.GetValue(options) switch
    {
        int number => number,
        long number => number,
        _ => null,
    };
}
