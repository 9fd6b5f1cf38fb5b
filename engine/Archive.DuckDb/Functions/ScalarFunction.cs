using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Functions;

/// <summary>
/// A function over whole vectors that SQL can call. One instance serves all queries and threads at once, so it holds no state that
/// changes. A row with a null argument gets a null result without being asked for.
/// </summary>
public abstract class ScalarFunction
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<SqlType> Parameters { get; }

    public abstract SqlType ReturnType { get; }

    /// <summary>
    /// Called when a query that names the function is planned. Whatever it returns is handed to each <see cref="Execute"/> of
    /// that query, on any thread: the place to decode an argument that is the same for all rows.
    /// </summary>
    /// <exception cref="ArgumentException">The constant arguments make no sense: the query fails with the message.</exception>
    public virtual object? Bind(FunctionBinding binding) => null;

    /// <summary>Computes the results of a chunk's rows. Values of rows with a null argument are undefined and may be anything.</summary>
    /// <param name="arguments">One vector a parameter, all of the same length.</param>
    /// <param name="result">Takes one value a row.</param>
    /// <param name="bound">What <see cref="Bind"/> returned.</param>
    public abstract void Execute(FunctionArguments arguments, VectorWriter result, object? bound);
}
