using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archive.Catalogue.Manifests;

/// <summary>
/// Which former state of an archive is meant: of some tables the manifest by its number, <c>koa_hires:3</c>, or of all tables the one that was current at an instant,
/// <c>2026-11-01T12:00:00Z</c>. Both can be said together; a number counts before the instant. Tables that neither speaks of are as they are now.
/// </summary>
/// <param name="Numbers">Number of the manifest by table name, whatever the case of its letters; 0 is the table before its first row.</param>
/// <param name="AsOf">An instant; null where only numbers are given.</param>
public sealed record SnapshotChoice(ImmutableDictionary<string, int> Numbers, DateTimeOffset? AsOf)
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>The table's name and number as <see cref="TryParse"/> reads them.</summary>
    public static string TextOf(string table, int number) => string.Create(CultureInfo.InvariantCulture, $"{table}:{number}");

    /// <summary>Reads what a user wrote: parts with commas between them.</summary>
    /// <param name="text">The text; instants are UTC, a date is its first moment.</param>
    /// <param name="choice">What it means.</param>
    /// <param name="fault">What is wrong with it and how it is written; null where it is right.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SnapshotChoice? choice, [NotNullWhen(false)] out string? fault)
    {
        (choice, fault) = (null, null);
        var numbers = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.OrdinalIgnoreCase);
        DateTimeOffset? asOf = null;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (asOf is null && DateTimeOffset.TryParseExact(part, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) asOf = instant;
            else if (part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && int.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && numbers.TryAdd(part[..colon], number)) continue;
            else
            {
                fault = $"'{part}' names no snapshot. Write a table and a number, koa_hires:3, or an instant in UTC, 2026-11-01T12:00:00Z, each once, with commas between them.";
                return false;
            }
        }

        choice = new SnapshotChoice(numbers.ToImmutable(), asOf);
        return true;
    }
}
