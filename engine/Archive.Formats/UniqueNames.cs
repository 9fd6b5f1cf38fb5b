using System.Collections.Immutable;
using System.Globalization;
using Archive.Catalogue.Tables;

namespace Archive.Formats;

/// <summary>
/// Columns may have one name; most formats can't have that. The second <c>ra</c>, or <c>RA</c>, is <c>ra_2</c>, or the next number that is free.
/// </summary>
internal static class UniqueNames
{
    /// <param name="columns">The columns in order.</param>
    /// <param name="maximumLength">Characters of a name at most; a longer one is cut.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Column> columns, int maximumLength = int.MaxValue)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. columns.Select(column => Add(column.Name, used, maximumLength))];
    }

    /// <summary>A name, with a number behind it where it is used already; it is then used, too.</summary>
    public static string Add(string name, ISet<string> used, int maximumLength = int.MaxValue)
    {
        var unique = Cut(name, maximumLength);
        for (var number = 2; !used.Add(unique); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            unique = Cut(name, maximumLength - suffix.Length) + suffix;
        }

        return unique;
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length];
}
