namespace Archive.Engine.Execution;

/// <summary>How long a query took before DuckDB began with it.</summary>
/// <param name="Wait">Time for which it waited for a place.</param>
/// <param name="Translation">Time in which it was parsed, resolved and translated.</param>
public sealed record QueryStages(TimeSpan Wait, TimeSpan Translation);
