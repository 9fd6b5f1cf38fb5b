namespace Archive.Catalogue.Tables;

/// <summary>
/// Columns that the query store keeps beside a table's own where the table has a position. No query can name them: the names
/// aren't regular identifiers of ADQL and the catalogue doesn't list them.
/// </summary>
public static class StoreColumns
{
    /// <summary>HEALPix cell of the position, order 29, NESTED; null where the position is. The store is sorted by it.</summary>
    public const string Cell = "__cell";

    /// <summary>The position as an ICRS unit vector.</summary>
    public const string X = "__x";

    public const string Y = "__y";

    public const string Z = "__z";

    /// <summary>The partition a row came from: its UT date, or empty for a table that isn't cut by date.</summary>
    public const string Partition = "__partition";
}
