namespace Archive.Ingest.Instruments;

/// <summary>What the values of a column are, as the instrument's definition file names it.</summary>
public enum ColumnKind
{
    /// <summary><c>char</c>: text up to a width.</summary>
    Text,

    /// <summary><c>boolean</c>: true or false.</summary>
    Logical,

    /// <summary><c>int</c>: a 32-bit integer.</summary>
    Integer,

    /// <summary><c>long</c>: a 64-bit integer.</summary>
    Long,

    /// <summary><c>double</c>: a 64-bit floating point number.</summary>
    Real,

    /// <summary><c>date</c>: a UTC day.</summary>
    Date,

    /// <summary><c>timestamp</c>: an instant, UTC, to the microsecond.</summary>
    Timestamp,
}
