using Archive.Ingest.Bookkeeping;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>Reads a file and brings what came of it to where it belongs: its table, or the quarantine, and the account of files. Thread-safe.</summary>
internal sealed class FileReader(IngestOptions options, IngestLedger ledger, TableSessions sessions, Quarantine quarantine, IngestTally tally, TimeProvider clock)
{
    /// <param name="file">The file.</param>
    /// <param name="known">What is known of files: one whose header is as it was isn't translated. Null where all are to be.</param>
    /// <returns>Files read until now.</returns>
    public long Read(FoundFile file, KnownFiles? known)
    {
        var reading = HeaderSource.Open(file.Path, hdu: options.Hdu);
        var facts = reading.IsRead ? HeaderFacts.Of(reading.Header) : null;
        if (facts is not null && known is not null && IsAsItWas(file, facts, known, out var outcome))
        {
            ledger.Add(FileEntry.Same(file));
            return tally.CountSame(outcome);
        }

        var translation = reading.IsRead ? InstrumentRegistry.Translate(reading.Header) : null;
        if (Refusal(file.Path, reading, translation) is { } refusal)
        {
            quarantine.Add(refusal);
            ledger.Add(FileEntry.Refused(file, reading, facts, refusal));
            return tally.CountRefused(refusal.Code);
        }

        sessions.Add(translation!.Record!, file.Path);
        ledger.Add(FileEntry.Taken(file, reading, facts!, translation));
        ledger.AddKeywords(facts!, reading.Header!);
        quarantine.Release(file.Path);
        return tally.CountTaken(reading.Header!.Issues.Select(issue => issue.Code.ToString()).Concat(translation.Issues.Select(issue => issue.Code.ToString())));
    }

    private FileRefusal? Refusal(string path, HeaderReading reading, TranslationResult? translation)
    {
        if (translation is null) return FileRefusal.Of(path, reading.Refusal!, clock.GetUtcNow());
        if (!translation.IsTaken) return FileRefusal.Of(path, translation.Refusal, clock.GetUtcNow());
        return options.IsStrict && StrictReading.Judge(reading.Header!, translation.Issues) is { } deviates ? FileRefusal.Of(path, deviates, clock.GetUtcNow()) : null;
    }

    /// <summary>Only its modification time is another one.</summary>
    private static bool IsAsItWas(FoundFile file, HeaderFacts facts, KnownFiles known, out ushort outcome)
    {
        outcome = 0;
        if (!known.TryGet(file.PathHash, out var former) || !former.IsReadAsNow || former.Size != file.Size || former.HeaderHash != HeaderFacts.Beginning(facts.Hash)) return false;
        outcome = former.Outcome;
        return known.IsWithRow(outcome) && !known.Outcomes[outcome].IsLost;
    }
}
