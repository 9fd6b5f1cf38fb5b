namespace Archive.Formats.Votable;

/// <summary>What is written where an integer is null.</summary>
internal enum NullInteger
{
    /// <summary>0, since something else tells that it is null.</summary>
    Zero,

    /// <summary>The number that marks nulls; whether a value equals it is for the caller to watch.</summary>
    Marker,

    /// <summary>The number that marks nulls; a value equal to it is refused.</summary>
    TakenMarker,
}
