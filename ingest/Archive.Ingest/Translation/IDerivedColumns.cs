using System.Collections.Frozen;

namespace Archive.Ingest.Translation;

/// <summary>What of an instrument's row takes thought: the columns that aren't the value of one keyword. Without state; shared between threads.</summary>
public interface IDerivedColumns
{
    /// <summary>Places of columns whose keywords these rules read themselves: the trivial map leaves them alone.</summary>
    FrozenSet<int> ReadByRules => FrozenSet<int>.Empty;

    /// <summary>
    /// Completes a row whose keyword columns are set. Must set the columns that identify the observation and its UT date. Never throws for
    /// what a header holds.
    /// </summary>
    /// <returns>The reason why the header can't be a row; null where it can.</returns>
    TranslationRefusal? Derive(RecordDraft draft);
}
