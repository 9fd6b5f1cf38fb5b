using System.Collections.Immutable;
using System.Globalization;
using Archive.Adql.Lexing;
using Archive.Tap.Errors;
using Archive.Tap.Parameters;

namespace Archive.Tap.Uploads;

/// <summary>The parameter UPLOAD: pairs of a name and an address, <c>mine,param:part</c>, several of them parted by <c>;</c> or in parameters of their own (TAP 1.1, section 2.7.5; DALI 1.1, section 3.4.5).</summary>
internal static class UploadList
{
    private const char BetweenEntries = ';';
    private const char BehindName = ',';
    private const string InlineScheme = "param:";

    /// <exception cref="TapException">A pair isn't one, a name is none or comes twice, or there are too many.</exception>
    public static ImmutableArray<UploadEntry> Read(IEnumerable<string> values, TapOptions options)
    {
        var entries = ImmutableArray.CreateBuilder<UploadEntry>();
        foreach (var text in Split(values))
        {
            var entry = ReadEntry(text);
            // Clients repeat parameters.
            if (entries.Contains(entry)) continue;
            if (entries.Any(other => other.TableName.Equals(entry.TableName, StringComparison.OrdinalIgnoreCase)))
                throw TapException.BadRequest($"UPLOAD gives the name {entry.TableName} to two tables. Names don't differ by their case alone.");
            if (entries.Count == options.MaximumUploadTables)
                throw TapException.BadRequest(string.Create(CultureInfo.InvariantCulture, $"UPLOAD names more than {options.MaximumUploadTables} tables, the limit {nameof(TapOptions.MaximumUploadTables)}."));
            entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    /// <summary>The labels of the parts that the values name, whatever else is wrong with these.</summary>
    public static IEnumerable<string> LabelsIn(IEnumerable<string> values) => Split(values)
        .Select(entry => entry[(entry.IndexOf(BehindName, StringComparison.Ordinal) + 1)..].Trim())
        .Where(address => address.StartsWith(InlineScheme, StringComparison.OrdinalIgnoreCase))
        .Select(address => address[InlineScheme.Length..])
        .Distinct();

    /// <summary>A former value with new entries added, each in the place of one of its name.</summary>
    public static string Merge(string former, string given)
    {
        var entries = Split([former]).ToList();
        foreach (var entry in Split([given]))
        {
            var place = entries.FindIndex(other => NameIn(other).Equals(NameIn(entry), StringComparison.OrdinalIgnoreCase));
            if (place < 0) entries.Add(entry);
            else entries[place] = entry;
        }

        return string.Join(BetweenEntries, entries);
    }

    private static IEnumerable<string> Split(IEnumerable<string> values) =>
        values.SelectMany(value => value.Split(BetweenEntries, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string NameIn(string entry) => entry.Split(BehindName, 2)[0].Trim();

    private static UploadEntry ReadEntry(string text)
    {
        if (text.Split(BehindName, 2, StringSplitOptions.TrimEntries) is not [var name, var address] || address.Length == 0)
            throw TapException.BadRequest($"UPLOAD '{RequestParameters.Shortened(text)}' is not a name and an address with a comma between them, such as mine,param:part.");
        if (Identifiers.AsWritten(name) != name)
            throw TapException.BadRequest($"UPLOAD: '{RequestParameters.Shortened(name)}' can't be a table's name. It takes a letter, then letters, digits and underscores, without a schema, and no reserved word of ADQL.");
        if (address.StartsWith(InlineScheme, StringComparison.OrdinalIgnoreCase)) return new UploadEntry(name, address[InlineScheme.Length..], null);
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return new UploadEntry(name, null, uri);
        throw TapException.BadRequest($"UPLOAD {name}: '{RequestParameters.Shortened(address)}' can't be read. It takes param: and the name of a part of the request, or an http or https address.");
    }
}
