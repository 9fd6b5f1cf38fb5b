using System.Globalization;

namespace Archive.Catalogue.Manifests;

/// <summary>
/// The UT dates that a partition holds: a night, <c>2004-08-24</c>, or, where small nights were put together, a month, <c>2004-08</c>, or a year, <c>2004</c>. In one snapshot no
/// date is in two partitions.
/// </summary>
/// <param name="First">Its first date.</param>
/// <param name="Last">Its last date.</param>
public readonly record struct PartitionPeriod(DateOnly First, DateOnly Last)
{
    private const string NightFormat = "yyyy-MM-dd", MonthFormat = "yyyy-MM", YearFormat = "yyyy";

    public static PartitionPeriod Night(DateOnly date) => new(date, date);

    public static PartitionPeriod Month(DateOnly date) => new(new DateOnly(date.Year, date.Month, 1), new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)));

    public static PartitionPeriod Year(DateOnly date) => new(new DateOnly(date.Year, 1, 1), new DateOnly(date.Year, 12, 31));

    /// <summary>Reads a partition's name.</summary>
    /// <exception cref="ManifestException">It is none of these, as the empty name of a table that isn't cut by date.</exception>
    public static PartitionPeriod Parse(string partition)
    {
        if (!DateOnly.TryParseExact(partition, [NightFormat, MonthFormat, YearFormat], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new ManifestException($"A manifest names the partition '{partition}', which is no date, month or year. Restore the manifest from a copy of the archive.");
        return partition.Length == NightFormat.Length ? Night(date) : partition.Length == MonthFormat.Length ? Month(date) : Year(date);
    }

    /// <summary>The partition's name, as manifests and folders have it.</summary>
    public override string ToString() =>
        First.ToString(First == Last ? NightFormat : First.Month == Last.Month ? MonthFormat : YearFormat, CultureInfo.InvariantCulture);
}
