using System.Collections.Immutable;
using Archive.Adql.Resolution;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Translation;

/// <summary>A query ready to be run: SQL that holds nothing of the user's text, the values for its parameters, and what the result's columns mean.</summary>
public sealed record TranslatedQuery
{
    public required string Sql { get; init; }

    /// <summary>The first is <c>$1</c> in the SQL.</summary>
    public required ImmutableArray<SqlParameter> Parameters { get; init; }

    /// <summary>The result's columns, in order. Each comes in the SQL type that <see cref="SqlTypes.SqlTypeName"/> says of its type. Two may have one name.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>The query's own TOP; null where it has none. A result of that many rows is whole, whatever a MAXREC says.</summary>
    public required long? Top { get; init; }

    /// <summary>The catalogue's tables that the query reads, each once.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>What of the query isn't ADQL, and how ADQL says it; null where all of it is ADQL.</summary>
    public required StandardForm? Standard { get; init; }
}
