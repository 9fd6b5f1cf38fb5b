namespace Archive.Catalogue.Tables;

/// <summary>The schema of the tables that a query brings along (TAP 1.1, section 2.5). Only that query sees them; TAP_SCHEMA doesn't list them.</summary>
public static class UploadSchema
{
    public const string SchemaName = "TAP_UPLOAD";

    public static Schema Schema { get; } = new(SchemaName, "Tables that came with the query.");
}
