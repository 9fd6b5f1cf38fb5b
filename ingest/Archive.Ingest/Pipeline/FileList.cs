using System.Text;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Pipeline;

/// <summary>A file to be read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="PathHash">Hash of the path.</param>
/// <param name="Size">Size in bytes; -1 where it couldn't be asked for.</param>
/// <param name="Modified">Modification time, microseconds since 1970-01-01 UTC.</param>
internal readonly record struct FoundFile(string Path, ulong PathHash, long Size, long Modified)
{
    /// <summary>The day of its modification time, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(Modified));
}

/// <summary>Files to be read, a million of them in some 60 MB: each folder is held once, names as UTF-8.</summary>
internal sealed class FileList
{
    private readonly List<string> _folders = [];
    private readonly List<Entry> _entries = [];
    private readonly ByteBuffer _names = new();

    public int Count => _entries.Count;

    public void Add(string folder, ReadOnlySpan<byte> name, ulong pathHash, long size, long modified)
    {
        if (_folders.Count == 0 || !ReferenceEquals(_folders[^1], folder)) _folders.Add(folder);
        _entries.Add(new Entry(_folders.Count - 1, _names.Length, name.Length, pathHash, size, modified));
        name.CopyTo(_names.Next(name.Length));
    }

    public IEnumerable<FoundFile> Files => _entries.Select(entry => new FoundFile(PathOf(entry), entry.PathHash, entry.Size, entry.Modified));

    public string PathOf(Entry entry) => Path.Combine(_folders[entry.Folder], Encoding.UTF8.GetString(_names.Written.Slice(entry.NameStart, entry.NameLength)));

    /// <summary>Leaves out the files of which the question is answered with no.</summary>
    public void Keep(Predicate<Entry> isKept) => _entries.RemoveAll(entry => !isKept(entry));

    public void Clear()
    {
        _folders.Clear();
        _entries.Clear();
        _entries.TrimExcess();
        _names.Release();
    }

    /// <summary>A file as the list holds it; <see cref="PathOf"/> makes its path.</summary>
    internal readonly record struct Entry(int Folder, int NameStart, int NameLength, ulong PathHash, long Size, long Modified);
}
