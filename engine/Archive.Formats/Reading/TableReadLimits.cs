namespace Archive.Formats.Reading;

/// <summary>What a reader accepts. The size of the document is bounded by whoever opens its stream.</summary>
public sealed record TableReadLimits
{
    /// <summary>Rows at most.</summary>
    public long MaximumRows { get; init; } = long.MaxValue;

    /// <summary>How messages call <see cref="MaximumRows"/>: the name of the option that sets it.</summary>
    public string MaximumRowsName { get; init; } = nameof(MaximumRows);

    /// <summary>Bytes at most of all arrays that lie in the heap of a FITS table, each as often as a row names it: a small heap may be named by any number of rows.</summary>
    public long MaximumArrayBytes { get; init; } = long.MaxValue;

    /// <summary>How messages call <see cref="MaximumArrayBytes"/>: the name of the option that sets it.</summary>
    public string MaximumArrayBytesName { get; init; } = nameof(MaximumArrayBytes);

    /// <summary>Columns at most. Each takes room for the rows of a chunk, whatever it holds.</summary>
    public int MaximumColumns { get; init; } = 2_000;

    /// <summary>How deep the elements of a VOTable may be nested.</summary>
    public int MaximumDepth { get; init; } = 64;
}
