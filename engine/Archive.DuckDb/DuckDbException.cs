namespace Archive.DuckDb;

/// <summary><c>duckdb_error_type</c>, those kinds that a caller can act on; numbered as in the C header.</summary>
public enum DuckDbErrorType
{
    Invalid = 0,
    OutOfRange = 1,
    Conversion = 2,
    DivideByZero = 6,
    Catalog = 13,
    Parser = 14,
    Constraint = 18,
    Binder = 24,
    IO = 28,
    Interrupt = 29,
    Fatal = 30,
    Internal = 31,
    InvalidInput = 32,
    OutOfMemory = 33,
    Permission = 34,
}

/// <summary>DuckDB refused or failed. Whose fault it is depends on what was asked: the caller decides.</summary>
public sealed class DuckDbException(string message, DuckDbErrorType type = DuckDbErrorType.Invalid) : Exception(message)
{
    public DuckDbErrorType Type { get; } = type;

    /// <summary>DuckDB wanted room on a disk that has none. It tells so in the system's words alone, and not always with a type.</summary>
    public bool IsFullDisk => Type is DuckDbErrorType.Invalid or DuckDbErrorType.IO or DuckDbErrorType.Fatal or DuckDbErrorType.OutOfMemory
        && FullDiskWords.Any(words => Message.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] FullDiskWords = ["No space left", "quota exceeded", "File too large", "not enough space on the disk", "max_temp_directory_size"];

    /// <summary>The query was stopped by <see cref="DuckDbConnection.Interrupt"/>.</summary>
    public bool IsInterrupt => Type == DuckDbErrorType.Interrupt;
}
