using System.Text;

namespace Archive.Ingest.Bookkeeping;

/// <summary>What became of some files: the same of each.</summary>
internal sealed class Outcome(ReadOnlySpan<byte> state, ReadOnlySpan<byte> code, ReadOnlySpan<byte> table)
{
    private readonly byte[] _state = state.ToArray(), _code = code.ToArray(), _table = table.ToArray();

    /// <summary>A word of <see cref="FileState"/>.</summary>
    public string State { get; } = Encoding.UTF8.GetString(state);

    /// <summary>Why they were refused; empty where they weren't.</summary>
    public string Code { get; } = Encoding.UTF8.GetString(code);

    /// <summary>Table of their rows; empty where they have none.</summary>
    public string Table { get; } = Encoding.UTF8.GetString(table);

    /// <summary>How many files.</summary>
    public long Files { get; set; }

    /// <summary>Their table has fewer rows than there are files of it: it was replaced, or an older snapshot was made current. They must be read again.</summary>
    public bool IsLost { get; set; }

    public bool Is(ReadOnlySpan<byte> state, ReadOnlySpan<byte> code, ReadOnlySpan<byte> table) =>
        state.SequenceEqual(_state) && code.SequenceEqual(_code) && table.SequenceEqual(_table);
}
