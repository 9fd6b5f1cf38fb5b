using Archive.Adql;
using Archive.Catalogue.Manifests;
using Archive.Engine.Uploads;

namespace Archive.Engine;

/// <summary>What is asked of the engine.</summary>
/// <param name="Adql">The query.</param>
public sealed record EngineQuery(string Adql)
{
    /// <summary>Rows wanted at most (TAP's MAXREC); 0 for the columns alone; null for all.</summary>
    public long? MaximumRows { get; init; }

    /// <summary>The version of ADQL that the query says it is.</summary>
    public AdqlVersion Version { get; init; } = AdqlVersion.Version21;

    /// <summary>Address of the DataLink resource that ObsCore's <c>access_url</c> is to point to; null where there is none, and then that is null.</summary>
    public string? LinksUrl { get; init; }

    /// <summary>Whoever asks; clients take turns where queries wait.</summary>
    public string Client { get; init; } = "";

    /// <summary>Tables that the query brings along, each with a name of its own. What reading them throws is passed on.</summary>
    public IReadOnlyCollection<UploadedTable> Uploads { get; init; } = [];

    /// <summary>The former state of the archive that is asked; null for the present one. It is read from the Parquet files, which takes longer than the query store.</summary>
    public SnapshotChoice? Snapshot { get; init; }
}
