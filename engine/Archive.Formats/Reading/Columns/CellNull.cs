namespace Archive.Formats.Reading.Columns;

/// <summary>What is known of a binary cell beside its bytes.</summary>
internal enum CellNull
{
    /// <summary>BINARY2 flags it: whatever its bytes are, it is null.</summary>
    Null,

    /// <summary>BINARY2 doesn't flag it: an empty text or array is a value.</summary>
    Value,

    /// <summary>BINARY, which has no flags: an empty text or array is null.</summary>
    MayBeEmpty,
}
