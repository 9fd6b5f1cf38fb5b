using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;
using Archive.Engine;

namespace Archive.Tap.Vosi;

/// <summary>What the manifests of the present snapshot say, read once a snapshot.</summary>
internal sealed class SnapshotFacts(ArchiveEngine engine)
{
    private volatile Facts facts = new(Snapshot.Empty, [], DateTimeOffset.UnixEpoch);

    /// <summary>Rows of a table; null where a table has no manifest, as a view hasn't.</summary>
    public long? RowsOf(Table table) => Present().Rows.TryGetValue(table.Name, out var rows) && table.Schema != TapSchema.SchemaName && table.Kind == TableKind.Table ? rows : null;

    /// <summary>When the newest manifest was made.</summary>
    public DateTimeOffset Newest => Present().Newest;

    private Facts Present()
    {
        var snapshot = engine.Current;
        var present = facts;
        if (ReferenceEquals(present.Snapshot, snapshot)) return present;
        var manifests = snapshot.ManifestNumbers.ToDictionary(pair => pair.Key, pair => new ManifestStore(engine.Folder.Table(pair.Key)).Read(pair.Value));
        return facts = new Facts(snapshot, manifests.ToDictionary(pair => pair.Key, pair => pair.Value.Rows),
            manifests.Values.Select(manifest => manifest.Created).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
    }

    private sealed record Facts(Snapshot Snapshot, Dictionary<string, long> Rows, DateTimeOffset Newest);
}
