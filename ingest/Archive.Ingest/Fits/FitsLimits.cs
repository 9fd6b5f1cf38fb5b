namespace Archive.Ingest.Fits;

/// <summary>How much of a file is read before it is given up. The defaults are far beyond what observatories write.</summary>
public sealed record FitsLimits
{
    /// <summary>The defaults.</summary>
    public static FitsLimits Default { get; } = new();

    /// <summary>The longest header, or text dump of a header, in bytes. Default 64 MiB (838,860 cards), at least a block, at most 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int HeaderBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, HeaderBlocks.BlockLength);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            field = value;
        }
    } = 64 << 20;

    /// <summary>How many HDUs of one file are visited. Default 10,000.</summary>
    public int HduCount { get; init; } = 10_000;

    /// <summary>How many bytes a compressed file may expand to on the way to the last header asked for. Default 4 GiB.</summary>
    public long ExpandedBytes { get; init; } = 4L << 30;
}
