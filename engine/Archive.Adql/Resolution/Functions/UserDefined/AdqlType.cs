namespace Archive.Adql.Resolution.Functions.UserDefined;

/// <summary>The types that signatures of user-defined functions name (ADQL 2.1, section 3; TAPRegExt 1.0, section 2.3).</summary>
public enum AdqlType
{
    Integer,
    BigInt,
    DoublePrecision,
    Varchar,

    /// <summary>An instant, or a text written out that is one.</summary>
    Timestamp,
    Point,

    /// <summary>A point, circle, box or polygon.</summary>
    Geometry,

    /// <summary>INTEGER[]: whole numbers in a row.</summary>
    IntegerArray,
}

public static class AdqlTypeNames
{
    /// <summary>The type as ADQL writes it.</summary>
    public static string AdqlName(this AdqlType type) => type switch
    {
        AdqlType.DoublePrecision => "DOUBLE PRECISION",
        AdqlType.IntegerArray => "INTEGER[]",
        _ => type.ToString().ToUpperInvariant(),
    };
}
