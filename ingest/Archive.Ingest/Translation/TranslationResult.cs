using System.Diagnostics.CodeAnalysis;

namespace Archive.Ingest.Translation;

/// <summary>What became of a header: a row with its oddities, or the reason why there is none.</summary>
public sealed class TranslationResult
{
    internal TranslationResult(ObservationRecord record, IReadOnlyList<TranslationIssue> issues) => (Record, Issues) = (record, issues);

    internal TranslationResult(TranslationRefusal refusal) => (Refusal, Issues) = (refusal, []);

    /// <summary>The row; null where the header was refused.</summary>
    public ObservationRecord? Record { get; }

    /// <summary>Why the header was refused; null where it was taken.</summary>
    public TranslationRefusal? Refusal { get; }

    /// <summary>What was odd about a header that was taken. Doesn't repeat the issues of reading the header's cards.</summary>
    public IReadOnlyList<TranslationIssue> Issues { get; }

    [MemberNotNullWhen(true, nameof(Record))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsTaken => Record is not null;
}
