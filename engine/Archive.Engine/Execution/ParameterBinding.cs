using System.Collections.Immutable;
using Archive.Adql.Translation;
using Archive.DuckDb;

namespace Archive.Engine.Execution;

/// <summary>Hands the values that a user wrote to DuckDB as values, never as text of the statement.</summary>
internal static class ParameterBinding
{
    public static void Bind(DuckDbStatement statement, ImmutableArray<SqlParameter> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            switch (parameters[i].Value)
            {
                case string text: statement.Bind(i + 1, text); break;
                case DateTime instant: statement.Bind(i + 1, instant); break;
                case DateOnly date: statement.Bind(i + 1, date); break;
                case var other: throw new QueryException(QueryFailure.Internal, $"A parameter of type {other?.GetType().Name} can't be bound.");
            }
        }
    }
}
