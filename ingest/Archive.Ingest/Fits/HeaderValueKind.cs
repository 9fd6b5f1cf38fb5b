namespace Archive.Ingest.Fits;

/// <summary>What a card's value field holds (FITS 4.0, sections 4.1.2.3 and 4.2).</summary>
public enum HeaderValueKind : byte
{
    /// <summary>The card has no value indicator: bytes 9 to 80 are commentary.</summary>
    None,

    /// <summary>A value indicator with a blank value field: the keyword is there, its value is not known.</summary>
    Undefined,

    /// <summary>A character string (4.2.1).</summary>
    Text,

    /// <summary><c>T</c> or <c>F</c> (4.2.2).</summary>
    Logical,

    /// <summary>An integer of any size (4.2.3).</summary>
    Integer,

    /// <summary>A real number with a decimal point, an exponent, or both (4.2.4).</summary>
    Real,

    /// <summary>A pair of numbers in brackets (4.2.5, 4.2.6).</summary>
    Complex,

    /// <summary>A value field that is none of the above; an issue of the header says why.</summary>
    Unreadable,
}
