namespace Archive.Adql.Translation;

public enum SqlParameterKind
{
    /// <summary>VARCHAR</summary>
    Text,

    /// <summary>TIMESTAMP, UTC</summary>
    Timestamp,

    /// <summary>DATE</summary>
    Date,
}

/// <summary>A value that stands in the SQL as <c>$1</c>, <c>$2</c>, ... and is bound with its own type, so that no row is cast for its sake.</summary>
public sealed record SqlParameter
{
    private SqlParameter(SqlParameterKind kind, string? text, DateTime instant)
    {
        Kind = kind;
        Text = text;
        Instant = instant;
    }

    public SqlParameterKind Kind { get; }

    /// <summary>The value of a text; null for a time.</summary>
    public string? Text { get; }

    /// <summary>The value of a time, UTC, to the microsecond; no meaning for a text.</summary>
    public DateTime Instant { get; }

    internal static SqlParameter OfText(string value) => new(SqlParameterKind.Text, value, default);

    internal static SqlParameter OfTimestamp(DateTime value) => new(SqlParameterKind.Timestamp, null, value);

    internal static SqlParameter OfDate(DateTime value) => new(SqlParameterKind.Date, null, value.Date);
}
