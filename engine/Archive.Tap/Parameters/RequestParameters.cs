using System.Diagnostics.CodeAnalysis;
using Archive.Tap.Errors;
using Archive.Tap.Uploads;

namespace Archive.Tap.Parameters;

/// <summary>The parameters of a request: names in any case, values as they are, in the order in which they came (DALI 1.1, section 2.2).</summary>
internal sealed class RequestParameters
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Documents that came with the request; null where its body has no parts.</summary>
    public IInlineTables? Inline { get; set; }

    public void Add(string name, string value)
    {
        if (!values.TryGetValue(name, out var list)) values.Add(name, list = []);
        list.Add(value);
    }

    /// <summary>All values of a parameter that aren't empty.</summary>
    public IEnumerable<string> All(string name) =>
        values.TryGetValue(name, out var list) ? list.Where(value => value.Length > 0) : [];

    /// <summary>
    /// The one value of a parameter that goes by one of <paramref name="names"/>; null where it is missing or empty. Clients repeat
    /// parameters, so the same value twice is no error.
    /// </summary>
    /// <exception cref="TapException">Two different values were given.</exception>
    public string? Single(params ReadOnlySpan<string> names)
    {
        string? found = null;
        foreach (var name in names)
        {
            foreach (var value in All(name))
            {
                if (found is not null && found != value)
                    throw TapException.BadRequest($"{string.Join(" or ", names)} was given two different values, '{Shortened(found)}' and '{Shortened(value)}'. Give one.");
                found = value;
            }
        }

        return found;
    }

    public bool Has(string name, [NotNullWhen(true)] out string? value) => (value = Single(name)) is not null;

    /// <summary>A value as it may be shown in a message.</summary>
    public static string Shortened(string value) => value.Length <= 60 ? value : value[..60] + "...";
}
