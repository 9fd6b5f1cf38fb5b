namespace Archive.Catalogue.Tables;

/// <summary>The schema of the tables in which ingest keeps account of itself: runs, files, issues, keywords. None of their rows is an observation.</summary>
public static class IngestSchema
{
    public const string SchemaName = "ingest";

    public static Schema Schema { get; } = new(SchemaName, "What ingest did: its runs, the files it met, what was odd about them, and which keywords their headers hold.");

    /// <summary>Is the table one of these?</summary>
    public static bool Has(Table table) => table.Schema == SchemaName;
}
