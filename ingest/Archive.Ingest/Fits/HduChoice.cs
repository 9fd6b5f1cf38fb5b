using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archive.Ingest.Fits;

/// <summary>Which HDU of a file is meant: by its number, or by EXTNAME and, where there are several of that name, EXTVER (FITS 4.0, section 4.4.2.6).</summary>
public sealed record HduChoice
{
    private const string PrimaryName = "PRIMARY";
    private readonly int? _number;
    private readonly string _name = "";
    private readonly long? _version;

    private HduChoice(int number) => _number = number;

    private HduChoice(string name, long? version) => (_name, _version) = (name, version);

    /// <summary>True if the primary HDU is meant, the only one that a text dump has.</summary>
    public bool IsPrimary => _number == 0 || string.Equals(_name, PrimaryName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>2</c> (the primary is 0), <c>SCI</c> or <c>SCI,2</c>; names in any case, PRIMARY for the primary.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out HduChoice? choice)
    {
        choice = null;
        text = text.Trim();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            choice = new HduChoice(number);
            return true;
        }

        int comma = text.LastIndexOf(',');
        string name = comma < 0 ? text : text[..comma].TrimEnd();
        long version = 0;
        if (name.Length == 0 || (comma >= 0 && !long.TryParse(text[(comma + 1)..].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out version)))
        {
            return false;
        }

        choice = new HduChoice(name, comma < 0 ? null : version);
        return true;
    }

    /// <summary>Whether an HDU is the one that is meant. An HDU without EXTVER has version 1.</summary>
    internal bool IsOf(FitsHdu hdu)
    {
        if (_number is { } number)
        {
            return hdu.Index == number;
        }

        bool isNamed = (hdu.Index == 0 && IsPrimary)
            || (hdu.Header.TryGet("EXTNAME", out HeaderCard? name) && string.Equals(name.Value.Text.Trim(), _name, StringComparison.OrdinalIgnoreCase));
        return isNamed && (_version is null || _version == VersionOf(hdu.Header));
    }

    /// <summary>The choice as it is written.</summary>
    public override string ToString() => _number is { } number
        ? number.ToString(CultureInfo.InvariantCulture)
        : _version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{_name},{version}") : _name;

    private static long VersionOf(FitsHeader header) => header.TryGet("EXTVER", out HeaderCard? card) && card.Value.TryGetInt64(out long version) ? version : 1;
}
