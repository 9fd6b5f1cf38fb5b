using Archive.Ingest.Fits;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Bookkeeping;

/// <summary>What a run has to say of a file.</summary>
/// <param name="Path">Its path.</param>
/// <param name="State">One of the words of <see cref="FileState"/>.</param>
/// <param name="Month">Any day of the month that its rows are kept under.</param>
internal sealed record FileEntry(string Path, string State, DateOnly Month)
{
    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Modification time, microseconds since 1970-01-01 UTC.</summary>
    public long Modified { get; init; }

    public HeaderFacts? Facts { get; init; }

    /// <summary>The record that was made of it.</summary>
    public ObservationRecord? Record { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Code { get; init; }

    public IReadOnlyList<FileIssue> Issues { get; init; } = [];

    public static FileEntry Taken(FoundFile file, HeaderReading reading, HeaderFacts facts, TranslationResult translation) => new(file.Path, FileState.Taken, translation.Record!.UtDate)
    {
        Size = file.Size, Modified = file.Modified, Facts = facts, Record = translation.Record, Issues = [.. FileIssue.Of(reading, translation)],
    };

    public static FileEntry Refused(FoundFile file, HeaderReading reading, HeaderFacts? facts, FileRefusal refusal) => new(file.Path, FileState.Quarantined, file.Day)
    {
        Size = file.Size, Modified = file.Modified, Facts = facts, Code = refusal.Code, Issues = [.. FileIssue.Of(reading, refusal)],
    };

    /// <summary>The file has another modification time, and the same header.</summary>
    public static FileEntry Same(FoundFile file) => new(file.Path, FileState.Same, file.Day) { Size = file.Size, Modified = file.Modified };

    /// <summary>The file is gone.</summary>
    public static FileEntry Gone(string path, bool isDropped) => new(path, isDropped ? FileState.Dropped : FileState.Vanished, DateOnly.FromDateTime(DateTime.UnixEpoch));
}
