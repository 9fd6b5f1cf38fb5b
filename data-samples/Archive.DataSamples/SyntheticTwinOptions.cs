using Archive.DataSamples.Tutorial;

namespace Archive.DataSamples;

/// <summary>What twin to make.</summary>
public sealed record SyntheticTwinOptions
{
    /// <summary>The most rows: beyond, nights would have more frames than seconds.</summary>
    public const int MostRows = 20_000_000;

    /// <summary>Rows in all, files and bulk together: from <see cref="TutorialSets.SelectedRows"/> to <see cref="MostRows"/>.</summary>
    public int Rows { get; init; } = TutorialSets.TotalRows;

    /// <summary>Two twins of the same seed and number of rows are the same to the last byte.</summary>
    public ulong Seed { get; init; } = 20040824;
}
