namespace Archive.Formats.Votable;

/// <summary>How a VOTable holds its rows (VOTable 1.4, section 5).</summary>
internal enum Serialization
{
    Tabledata,
    Binary,
    Binary2,

    /// <summary>The document describes rows that are elsewhere.</summary>
    None,
}
