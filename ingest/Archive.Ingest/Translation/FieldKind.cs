namespace Archive.Ingest.Translation;

/// <summary>What a <see cref="FieldValue"/> holds.</summary>
public enum FieldKind : byte
{
    /// <summary>No value: SQL's NULL.</summary>
    Null,
    Integer,
    Real,
    Text,
    Date,
    Timestamp,
}
