namespace Archive.Ingest.Pruning;

/// <summary>Which former snapshots stay; the current one always does. A snapshot that either part keeps stays.</summary>
/// <param name="Newest">So many of the newest, the current one counted; 0 keeps none for its number.</param>
/// <param name="Since">Those that were made then or later, and the one that was current then; null keeps none for its age.</param>
public sealed record PruneRule(int Newest, DateTimeOffset? Since);
