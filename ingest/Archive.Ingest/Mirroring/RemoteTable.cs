using System.Collections.Immutable;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Mirroring;

/// <summary>The remote table, as it will be here.</summary>
/// <param name="Name">Its name in a query of the remote.</param>
/// <param name="Definition">The table as it will be here; its columns are in the order in which they are asked for.</param>
/// <param name="Written">The columns' names as a query of the remote spells them.</param>
/// <param name="Notes">What is worth knowing of it.</param>
internal sealed record RemoteTable(string Name, Table Definition, ImmutableArray<string> Written, IReadOnlyList<string> Notes)
{
    /// <summary>A condition that all rows must meet; null for none.</summary>
    public string? Where { get; init; }

    /// <summary>The column's name as a query of the remote spells it.</summary>
    public string WrittenOf(Column column) => Written[Definition.Columns.IndexOf(column)];

    /// <summary>A query for rows that meet all of the conditions; those that are null don't count.</summary>
    public string Select(string list, params ReadOnlySpan<string?> conditions)
    {
        List<string> demanded = Where is null ? [] : [$"({Where})"];
        foreach (var condition in conditions)
        {
            if (condition is not null) demanded.Add($"({condition})");
        }

        return $"SELECT {list} FROM {Name}{(demanded.Count == 0 ? "" : $" WHERE {string.Join(" AND ", demanded)}")}";
    }
}
