namespace Archive.Ingest.Compaction;

/// <summary>Which nights are put together.</summary>
/// <param name="MaximumRows">Rows of a month or year that becomes one partition, at most.</param>
/// <param name="SettledDays">A month or year stays as it is until the table has a night that is so many days later: nights that still change are quick to write.</param>
public sealed record CompactionRule(long MaximumRows = 50_000, int SettledDays = 60);
