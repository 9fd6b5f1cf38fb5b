using System.Collections.Immutable;
using System.Security.Cryptography;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Catalogue.Tables;

namespace Archive.Ingest.Partitioning;

/// <summary>The last step of an ingest or import: description, then manifest, each by an atomic rename and only where something differs.</summary>
internal static class Snapshot
{
    /// <summary>Makes the files the table's current snapshot.</summary>
    /// <returns>The manifest that is current now; the former one where the files are the same.</returns>
    public static Manifest Commit(TableFolder folder, Table table, ManifestStore manifests, Manifest former, IEnumerable<PartitionFile> files, TimeProvider clock)
    {
        var description = WriteDescription(folder, table);
        ImmutableArray<PartitionFile> sorted = [.. files.OrderBy(file => file.Partition, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal)];
        if (sorted.SequenceEqual(former.Files) && (former.Description is null || former.Description == description)) return former;
        var highest = manifests.Numbers().FirstOrDefault();
        var manifest = new Manifest { Number = Math.Max(former.Number, highest) + 1, Created = clock.GetUtcNow(), Description = description, Files = sorted };
        manifests.Commit(manifest);
        return manifest;
    }

    /// <summary>
    /// The description comes first: a reader finds no manifest of a table that it can't describe. A copy under the name of its content goes with the manifest, so that a
    /// former snapshot has its own columns.
    /// </summary>
    /// <returns>Name of the copy.</returns>
    private static string WriteDescription(TableFolder folder, Table table)
    {
        var draft = Path.Combine(UnfinishedWork.FolderOf(folder), Path.GetFileName(folder.DescriptionFile));
        TableDescription.Write(table, draft);
        var content = File.ReadAllBytes(draft);
        var name = Convert.ToHexStringLower(SHA256.HashData(content))[..16] + Path.GetExtension(draft);
        Directory.CreateDirectory(folder.ManifestsFolder);
        var copy = Path.Combine(folder.ManifestsFolder, name);
        if (!File.Exists(copy)) AtomicFile.Write(copy, content);
        if (File.Exists(folder.DescriptionFile) && content.AsSpan().SequenceEqual(File.ReadAllBytes(folder.DescriptionFile))) File.Delete(draft);
        else File.Move(draft, folder.DescriptionFile, overwrite: true);
        return name;
    }
}
