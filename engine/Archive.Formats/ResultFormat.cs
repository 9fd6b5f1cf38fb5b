using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Formats;

/// <summary>A format that results can be had in.</summary>
public sealed record ResultFormat
{
    /// <summary>Short name, as a query's RESPONSEFORMAT gives it.</summary>
    public required string Name { get; init; }

    /// <summary>More short names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Media types that ask for this format; the first is the answer to a short name.</summary>
    public required ImmutableArray<MediaType> MediaTypes { get; init; }

    /// <summary>Extension of a file that holds a result, with its point.</summary>
    public required string FileExtension { get; init; }

    /// <summary>What the format is, in a sentence for people.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// True if the document itself says that rows were cut off or that the query failed half-way; where it has no place for that,
    /// the server has to tell in another way.
    /// </summary>
    public bool TellsStatus { get; init; }

    /// <summary>Makes a writer of one result.</summary>
    public required Func<IBufferWriter<byte>, ResultWriter> CreateWriter { get; init; }

    /// <summary>The Content-Type where the format was asked for by a short name.</summary>
    public string ContentType => MediaTypes[0].ToString();
}
