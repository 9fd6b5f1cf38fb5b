using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Archive.Ingest.Bookkeeping;

/// <summary>What is compared of a file that is known.</summary>
internal struct KnownFile
{
    /// <summary>Size in bytes.</summary>
    public long Size;

    /// <summary>Modification time, microseconds since 1970-01-01 UTC.</summary>
    public long Modified;

    /// <summary>Begin of the header's hash; 0 where there is none.</summary>
    public ulong HeaderHash;

    /// <summary>What became of it: a place in <see cref="KnownFiles.Outcomes"/>.</summary>
    public ushort Outcome;

    /// <summary>It was read by the definitions and the program that there are now, and need not be read again while it stays as it is.</summary>
    public bool IsReadAsNow;

    /// <summary>It is still there.</summary>
    public bool IsSeen;
}

/// <summary>What <c>ingest_files</c> says of the files that a run looks at, in some 50 bytes a file.</summary>
/// <param name="capacity">How many there are at most.</param>
internal sealed class KnownFiles(int capacity)
{
    private readonly Dictionary<ulong, KnownFile> _files = new(capacity);
    private readonly List<Outcome> _outcomes = [];

    public int Count => _files.Count;

    public int SeenCount { get; private set; }

    /// <summary>What became of the files.</summary>
    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <summary>The place of an outcome, which is made where there is none.</summary>
    public ushort OutcomeOf(ReadOnlySpan<byte> state, ReadOnlySpan<byte> code, ReadOnlySpan<byte> table)
    {
        for (var place = 0; place < _outcomes.Count; place++)
        {
            if (_outcomes[place].Is(state, code, table)) return (ushort)place;
        }

        _outcomes.Add(new Outcome(state, code, table));
        return checked((ushort)(_outcomes.Count - 1));
    }

    /// <summary>Is the file's observation in its table, from this file or another?</summary>
    public bool IsWithRow(ushort outcome) => _outcomes[outcome].State is FileState.Taken or FileState.Duplicate;

    public void Add(ulong pathHash, KnownFile file)
    {
        _files[pathHash] = file;
        _outcomes[file.Outcome].Files++;
    }

    /// <summary>Finds a file and notes that it is there.</summary>
    public bool See(ulong pathHash, out KnownFile file)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_files, pathHash);
        file = default;
        if (Unsafe.IsNullRef(ref known)) return false;
        if (!known.IsSeen) SeenCount++;
        known.IsSeen = true;
        file = known;
        return true;
    }

    /// <summary>Finds a file. Thread-safe while none is added.</summary>
    public bool TryGet(ulong pathHash, out KnownFile file) => _files.TryGetValue(pathHash, out file);

    public bool IsSeen(ulong pathHash) => _files.TryGetValue(pathHash, out var file) && file.IsSeen;
}
