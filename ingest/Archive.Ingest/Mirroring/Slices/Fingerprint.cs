using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>
/// Aggregates by which a changed night is told from an unchanged one without its rows: the least and the greatest key, the latest of each column that tells when a row was
/// written, and sums. A sum of reals depends on the order in which it is made; of thousandths, cut to whole numbers, it doesn't.
/// </summary>
internal static class Fingerprint
{
    private const int MostNumbers = 8;
    private const int MostTexts = 4;
    private const int HashLength = 16;

    private static readonly string[] WrittenAt =
        ["l0_ingtime", "md_ingtime", "ingest_time", "ingtime", "last_modified", "lastmodified", "last_update", "last_updated", "updated", "modified", "date_modified", "dqa_date", "date"];

    /// <summary>Aggregates to ask for, the best first; a service that refuses them is asked for the next ones. The last are none.</summary>
    public static IEnumerable<ImmutableArray<string>> Choices(RemoteTable table)
    {
        var columns = table.Definition.Columns.Zip(table.Written).OrderByDescending(pair => IsPosition(pair.First, table.Definition)).ThenByDescending(pair => pair.First.IsPrincipal).ToList();
        var key = columns.Where(pair => pair.First.Name == table.Definition.KeyColumn).SelectMany(pair => new[] { $"MIN({pair.Second})", $"MAX({pair.Second})" }).ToList();
        var times = columns.Where(pair => WrittenAt.Contains(pair.First.Name, StringComparer.OrdinalIgnoreCase)).Select(pair => $"MAX({pair.Second})").ToList();
        var numbers = columns.Where(pair => pair.First.Type.IsNumeric).Take(MostNumbers)
            .SelectMany(pair => new[] { $"COUNT({pair.Second})", pair.First.Type.Datatype.IsInteger() ? $"SUM({pair.Second})" : $"SUM(FLOOR({pair.Second} * 1000))" });
        var texts = columns.Where(pair => pair.First.Type.IsText && pair.First.Name != table.Definition.KeyColumn).Take(MostTexts).SelectMany(pair => new[] { $"COUNT({pair.Second})", $"MIN({pair.Second})", $"MAX({pair.Second})" });
        yield return [.. key, .. times, .. numbers, .. texts];
        yield return [.. key, .. times];
        yield return [];
    }

    private static bool IsPosition(Column column, Table table) => table.Position is { } position && (column.Name == position.RightAscension || column.Name == position.Declination);

    /// <summary>What follows the count in a select list.</summary>
    public static string SelectList(ImmutableArray<string> aggregates) =>
        string.Concat(aggregates.Select((aggregate, index) => FormattableString.Invariant($", {aggregate} AS f{index + 1}")));

    /// <summary>The hash of the aggregates' values; null where there are none.</summary>
    public static string? Of(ReadOnlySpan<string?> values) => values.IsEmpty
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values.ToArray().Select(value => value ?? "\u0000")))))[..HashLength];
}
