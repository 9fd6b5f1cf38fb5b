using Archive.DuckDb;

namespace Archive.Engine.Execution;

/// <summary>Says whose fault it is when DuckDB stops a query.</summary>
internal static class QueryFailures
{
    public static QueryException From(Exception error) => error switch
    {
        OperationCanceledException or DuckDbException { IsInterrupt: true } =>
            new QueryException(QueryFailure.Interrupted, "The query was stopped before it had finished.", error),
        DuckDbException { Type: DuckDbErrorType.OutOfMemory } =>
            new QueryException(QueryFailure.OutOfMemory, "The query needs more memory than this service grants. Ask for fewer rows or columns, or sort less.", error),
        DuckDbException { Type: DuckDbErrorType.Conversion or DuckDbErrorType.OutOfRange or DuckDbErrorType.DivideByZero or DuckDbErrorType.InvalidInput } =>
            new QueryException(QueryFailure.Evaluation, $"A value of the query can't be computed: {FirstLine(error.Message)}", error),
        _ => new QueryException(QueryFailure.Internal, $"The query failed in the engine: {FirstLine(error.Message)}", error),
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
