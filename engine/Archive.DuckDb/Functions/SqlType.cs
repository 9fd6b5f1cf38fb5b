namespace Archive.DuckDb.Functions;

/// <summary>Type of a function's parameter or result: a plain type, or a list of one.</summary>
public readonly record struct SqlType(DuckDbType Type, bool IsList = false)
{
    public static implicit operator SqlType(DuckDbType type) => new(type);

    public static SqlType ListOf(DuckDbType element) => new(element, IsList: true);
}
