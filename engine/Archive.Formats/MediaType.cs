using System.Collections.Immutable;

namespace Archive.Formats;

/// <summary>A media type with the parameters that tell formats apart: <c>text/csv;header=present</c>.</summary>
public sealed record MediaType(string Essence, params ImmutableArray<(string Name, string Value)> Parameters)
{
    /// <summary>A RESPONSEFORMAT is never longer than this; what is longer names no format.</summary>
    public const int MaximumLength = 200;

    /// <summary>The media type as a Content-Type has it.</summary>
    public override string ToString() => string.Concat([Essence, .. Parameters.Select(parameter => $";{parameter.Name}={parameter.Value}")]);

    /// <summary>The value of a parameter; null where the media type hasn't it.</summary>
    public string? Parameter(string name) =>
        Parameters.Where(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)).Select(parameter => parameter.Value).FirstOrDefault();

    /// <summary>
    /// How well this answers a media type that was asked for: how many of its parameters were asked for by name, -1 if the two contradict each other. Parameters that say nothing about the format are passed over, a character set other than UTF-8
    /// is not.
    /// </summary>
    internal int Match(string requested)
    {
        var parts = requested.Split(';', StringSplitOptions.TrimEntries);
        if (!string.Equals(parts[0], Essence, StringComparison.OrdinalIgnoreCase)) return -1;
        var quality = 0;
        foreach (var part in parts.AsSpan(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) continue;
            var name = part[..equals].TrimEnd();
            var value = part[(equals + 1)..].Trim().Trim('"');
            if (string.Equals(name, "charset", StringComparison.OrdinalIgnoreCase))
            {
                if (!string.Equals(value, "utf-8", StringComparison.OrdinalIgnoreCase)) return -1;
            }
            else if (Parameter(name) is { } expected)
            {
                if (!string.Equals(value, expected, StringComparison.OrdinalIgnoreCase)) return -1;
                quality++;
            }
        }

        return quality;
    }
}
