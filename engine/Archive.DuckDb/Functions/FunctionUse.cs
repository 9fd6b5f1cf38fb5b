namespace Archive.DuckDb.Functions;

/// <summary>A function as one query uses it: what it prepared when the query was planned, and the connection that the query runs on.</summary>
/// <param name="Bound">What <see cref="ScalarFunction.Bind"/> returned.</param>
/// <param name="Connection">Null where the connection isn't known.</param>
internal sealed record FunctionUse(object? Bound, DuckDbConnection? Connection);

/// <summary>A function as a database knows it.</summary>
internal sealed record RegisteredFunction(ScalarFunction Function, OpenConnections Connections);
