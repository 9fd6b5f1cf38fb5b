namespace Archive.Catalogue.Tables;

/// <summary>A named group of tables, with what TAP_SCHEMA.schemas says of it.</summary>
public sealed record Schema(string Name, string? Description = null);
