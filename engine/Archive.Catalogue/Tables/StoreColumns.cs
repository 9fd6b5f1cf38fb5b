namespace Archive.Catalogue.Tables;

/// <summary>
/// How the query store keeps a table. Each table is there in the order of its partitions, which is the order of time. A table with
/// positions is there a second time, in the order of the sky, with columns that spatial predicates need: the one copy is fast for
/// time ranges and identifiers, the other for cones. No query can name these columns: the names aren't regular identifiers of
/// ADQL, and the catalogue doesn't list them.
/// </summary>
public static class StoreColumns
{
    /// <summary>Schema of the copies in the order of the partitions; they hold the table's own columns and no others.</summary>
    public const string PartitionOrderSchema = "main";

    /// <summary>Schema of the copies in the order of <see cref="Cell"/>; rows without a position come last.</summary>
    public const string SkyOrderSchema = "sky";

    /// <summary>Schema of the views over the copies in the order of the partitions.</summary>
    public const string ViewSchema = "views";

    /// <summary>Schema of the same views over the copies in the order of the sky, with the columns that spatial predicates need.</summary>
    public const string SkyViewSchema = "sky_views";

    /// <summary>Schema of the tables in which the service describes itself.</summary>
    public const string TapSchemaSchema = "tap_schema";

    /// <summary>Where the tables are that a query brings along: temporary ones of its connection.</summary>
    public const string UploadSchema = "temp.main";

    /// <summary>What such a table is called there. DuckDB looks for <c>main.stars</c> among the temporary tables first; a name with a slash, which no folder has, is never that of a table of the archive.</summary>
    public static string UploadName(string tableName) => "upload/" + tableName;

    /// <summary>BIGINT: HEALPix cell of the position, order 29, NESTED; null where the position is.</summary>
    public const string Cell = "__cell";

    /// <summary>DOUBLE: the position as an ICRS unit vector; null where the position is, NaN where its numbers are no position.</summary>
    public const string X = "__x";

    public const string Y = "__y";

    public const string Z = "__z";

    /// <summary>BIGINT: tells the rows of a copy apart; another number in each copy. DuckDB's own for tables, so that it isn't there in one that has a column of this name.</summary>
    public const string RowId = "rowid";
}
