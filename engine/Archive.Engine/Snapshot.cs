using System.Collections.Immutable;
using Archive.Catalogue.Tables;

namespace Archive.Engine;

/// <summary>What a query sees: the tables and, of each, the manifest whose rows it holds.</summary>
/// <param name="Tables">The tables that queries may name, TAP_SCHEMA's own included.</param>
/// <param name="ManifestNumbers">Number of the manifest, by table name.</param>
public sealed record Snapshot(TableSet Tables, ImmutableSortedDictionary<string, int> ManifestNumbers)
{
    public static Snapshot Empty { get; } = new(new TableSet([TapSchema.Schema], TapSchema.All), ImmutableSortedDictionary<string, int>.Empty);
}
