using System.Globalization;

namespace Archive.DataSamples.Tutorial;

/// <summary>What KOA's tutorial prints of one row of <c>koa_hires</c>. What it doesn't print is null.</summary>
public sealed record PublishedRow
{
    public required string KoaId { get; init; }

    /// <summary>The selections, by <see cref="TutorialSet.Name"/>, that hold the row.</summary>
    public required IReadOnlySet<string> Sets { get; init; }

    /// <summary>The printed values by column name, as printed.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The UT date in the identifier.</summary>
    public DateOnly UtDate => DateOnly.ParseExact(KoaId.AsSpan(3, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The UT second of the day in the identifier.</summary>
    public int SecondOfDay => int.Parse(KoaId.AsSpan(12, 5), CultureInfo.InvariantCulture);

    internal double? Number(string column) => Values.TryGetValue(column, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}

/// <summary>All rows that the tutorial prints, from the embedded <c>published_rows.tsv</c>, which names its source; in the order of koaid.</summary>
public static class PublishedRows
{
    public static IReadOnlyList<PublishedRow> All { get; } = Read();

    internal static IEnumerable<PublishedRow> In(string set) => All.Where(row => row.Sets.Contains(set));

    private static PublishedRow[] Read()
    {
        using var reader = EmbeddedTable.Open(typeof(PublishedRows), "published_rows.tsv");
        var lines = EmbeddedTable.Lines(reader).ToArray();
        var names = lines[0];
        return [.. lines.Skip(1).Select(fields => new PublishedRow
        {
            KoaId = fields[0],
            Sets = fields[1].Split(',').ToHashSet(),
            Values = Enumerable.Range(0, names.Length).Where(i => i != 1 && fields[i].Length > 0).ToDictionary(i => names[i], i => fields[i]),
        })];
    }
}
