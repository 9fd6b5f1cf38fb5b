using System.Text.Json.Serialization;

namespace Archive.Ingest.Mirroring.Slices;

/// <summary>A range of the values of the column that cuts a table: from one value up to before another, open where there is none; or the rows without a value.</summary>
internal sealed record AxisRange(string? From, string? To, bool IsNull = false)
{
    public static AxisRange Whole { get; } = new(null, null);

    public static AxisRange Nulls { get; } = new(null, null, IsNull: true);

    /// <summary>A single UT date.</summary>
    public static AxisRange Day(DateOnly day) => new(UtDay.Text(day), UtDay.Text(day.AddDays(1)));

    /// <summary>True if it is one UT date.</summary>
    [JsonIgnore]
    public bool IsDay => From is not null && To is not null && UtDay.TryParse(From, out var from) && UtDay.TryParse(To, out var to) && to.DayNumber - from.DayNumber == 1;

    /// <summary>How people call it.</summary>
    public override string ToString() => this switch
    {
        { IsNull: true } => "without a value",
        { IsDay: true } => From!,
        { From: null, To: null } => "all",
        { From: null } => $"before {To}",
        { To: null } => $"from {From}",
        _ => $"{From} to before {To}",
    };
}
