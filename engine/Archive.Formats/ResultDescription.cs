using System.Collections.Immutable;
using Archive.Catalogue.Tables;
using Archive.DuckDb;

namespace Archive.Formats;

/// <summary>A name and a value that a result carries beside its rows, where its format has a place for such: an INFO of VOTable.</summary>
public sealed record ResultInfo(string Name, string Value);

/// <summary>What is known of a result before its first row.</summary>
public sealed record ResultDescription
{
    /// <summary>The columns in the order of the SELECT list, as clients shall see them.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>The type of the vector that holds each column's values, as <see cref="DuckDbResult.ColumnType"/> tells it.</summary>
    public required ImmutableArray<DuckDbType> VectorTypes { get; init; }

    /// <summary>The query as the user wrote it, echoed where the format has a place for it; null where there is none.</summary>
    public string? Query { get; init; }

    /// <summary>More to echo: <c>standardID</c>, <c>server</c>, <c>snapshot</c>, ...</summary>
    public ImmutableArray<ResultInfo> Infos { get; init; } = [];

    /// <summary>Where to ask what belongs to the rows; null where there is nothing to ask. Told where the format has a place for it.</summary>
    public LinksService? Links { get; init; }

    /// <summary>True where it is known already that rows will be left out.</summary>
    public bool IsOverflow { get; init; }

    /// <summary>Describes the result of a query whose columns are known.</summary>
    public static ResultDescription Of(DuckDbResult result, ImmutableArray<Column> columns) => new()
    {
        Columns = columns,
        VectorTypes = [.. Enumerable.Range(0, result.ColumnCount).Select(result.ColumnType)],
    };
}
