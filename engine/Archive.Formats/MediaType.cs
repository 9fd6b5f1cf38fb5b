namespace Archive.Formats;

/// <summary>A media type with at most one parameter that tells formats apart: <c>text/csv;header=present</c>.</summary>
public sealed record MediaType(string Essence, string? Parameter = null, string? ParameterValue = null)
{
    /// <summary>A RESPONSEFORMAT is never longer than this; what is longer names no format.</summary>
    public const int MaximumLength = 200;

    /// <summary>The media type as a Content-Type has it.</summary>
    public override string ToString() => Parameter is null ? Essence : $"{Essence};{Parameter}={ParameterValue}";

    /// <summary>
    /// How well this answers a media type that was asked for: 1 if the parameter was asked for by name, 0 if it wasn't named, -1 if the
    /// two contradict each other. Parameters that say nothing about the format are passed over, a character set other than UTF-8
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
            else if (string.Equals(name, Parameter, StringComparison.OrdinalIgnoreCase))
            {
                if (!string.Equals(value, ParameterValue, StringComparison.OrdinalIgnoreCase)) return -1;
                quality = 1;
            }
        }

        return quality;
    }
}
