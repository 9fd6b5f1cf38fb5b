namespace Archive.Formats.Votable.Reading;

/// <summary>What a reader accepts. The size of the document is bounded by whoever opens its stream.</summary>
public sealed record VotableReadLimits
{
    /// <summary>Rows at most.</summary>
    public long MaximumRows { get; init; } = long.MaxValue;

    /// <summary>How messages call <see cref="MaximumRows"/>: the name of the option that sets it.</summary>
    public string MaximumRowsName { get; init; } = nameof(MaximumRows);

    /// <summary>Columns at most. Each takes room for the rows of a chunk, whatever it holds.</summary>
    public int MaximumColumns { get; init; } = 2_000;

    /// <summary>How deep elements may be nested.</summary>
    public int MaximumDepth { get; init; } = 64;
}
