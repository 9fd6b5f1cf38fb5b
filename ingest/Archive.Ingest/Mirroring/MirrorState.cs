using System.Collections.Immutable;
using System.Text.Json;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Mirroring.Slices;

namespace Archive.Ingest.Mirroring;

/// <summary>A range of the remote table as it was when it was last pulled.</summary>
/// <param name="Range">Which rows.</param>
/// <param name="Rows">The remote's count of them.</param>
/// <param name="Fingerprint">Hash of the remote's aggregates over them; null where it gives none.</param>
/// <param name="Files">SHA-256 of the files here that hold them.</param>
internal sealed record MirroredRange(AxisRange Range, long Rows, string? Fingerprint, ImmutableArray<string> Files);

/// <summary>What a table mirrors and how far it is: the file <c>mirror.json</c> beside the table's manifests.</summary>
internal sealed record MirrorState
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = false };

    public required string Service { get; init; }

    public required string RemoteTable { get; init; }

    public string? Where { get; init; }

    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The column that cuts the remote table; null before that is known.</summary>
    public string? Axis { get; init; }

    /// <summary>The aggregates that fingerprints are of; those of others can't be compared.</summary>
    public ImmutableArray<string> Aggregates { get; init; } = [];

    /// <summary>When the last run ended that found all done; null before the first.</summary>
    public DateTimeOffset? Pulled { get; init; }

    public ImmutableArray<MirroredRange> Ranges { get; init; } = [];

    public static string PathIn(TableFolder folder) => Path.Combine(folder.Root, "mirror.json");

    /// <summary>The state of a table; null where it isn't a mirror.</summary>
    /// <exception cref="ManifestException">The file isn't readable JSON.</exception>
    public static MirrorState? Read(TableFolder folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<MirrorState>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException error)
        {
            throw new ManifestException($"{path} isn't readable JSON ({error.Message}). Remove the table's folder to mirror it anew, or restore the file from a copy.", error);
        }
    }

    public void Write(TableFolder folder) => AtomicFile.Write(PathIn(folder), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <summary>Does it mirror the same rows and columns of the same table?</summary>
    public bool IsOf(MirrorOptions options) =>
        Service == options.Service.ToString() && RemoteTable == options.RemoteTable && Where == options.Where && Columns.SequenceEqual(options.Columns);
}
