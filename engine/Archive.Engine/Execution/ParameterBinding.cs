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
            var parameter = parameters[i];
            switch (parameter.Kind)
            {
                case SqlParameterKind.Timestamp: statement.Bind(i + 1, parameter.Instant); break;
                case SqlParameterKind.Date: statement.Bind(i + 1, DateOnly.FromDateTime(parameter.Instant)); break;
                default: statement.Bind(i + 1, parameter.Text!); break;
            }
        }
    }
}
