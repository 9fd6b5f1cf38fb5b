using System.Collections.Immutable;
using System.Text;
using Archive.Catalogue.Tables;

namespace Archive.Formats.Votable;

/// <summary>
/// IDs of FIELDs: the columns' names with everything that an XML name can't hold replaced by <c>_</c>, made unique with a number. So
/// <c>count(*)</c> is <c>count_</c>.
/// </summary>
internal static class FieldIds
{
    /// <param name="columns">The columns in order.</param>
    /// <param name="taken">IDs of other elements of the document.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Column> columns, params ReadOnlySpan<string> taken)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in taken) used.Add(id);
        return [.. columns.Select(column => UniqueNames.Add(Sanitize(column.Name), used))];
    }

    private static string Sanitize(string name)
    {
        var id = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character) || character == '_') id.Append(character);
            else if (id.Length == 0 || id[^1] != '_') id.Append('_');
        }

        if (id.Length == 0 || char.IsAsciiDigit(id[0])) id.Insert(0, '_');
        return id.ToString();
    }
}
