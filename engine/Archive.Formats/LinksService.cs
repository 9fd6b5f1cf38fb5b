namespace Archive.Formats;

/// <summary>A DataLink service that tells, for each row of a result, what belongs to it (DataLink 1.1, section 4).</summary>
/// <param name="AccessUrl">Address of the service.</param>
/// <param name="Column">The column whose value is the service's ID, counted from 0.</param>
/// <param name="TableName">The table in which the service shall look for the ID; null where the ID alone says it.</param>
public sealed record LinksService(string AccessUrl, int Column, string? TableName);
