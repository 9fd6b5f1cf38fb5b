using Archive.Ingest.Bookkeeping;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>Reads a file and brings what came of it to where it belongs: its table, or the quarantine, and the account of files. Thread-safe.</summary>
internal sealed class FileReader(
    IngestOptions options, TableChoice choice, IReadOnlyList<string> roots, IngestLedger ledger, TableSessions sessions, Quarantine quarantine, IngestTally tally, TimeProvider clock)
{
    /// <param name="file">The file.</param>
    /// <param name="known">What is known of files: one whose header is as it was isn't translated. Null where all are to be.</param>
    /// <returns>Files read until now; null where the file is one of the general table's, which was told what columns it needs, and is to be read by its translator.</returns>
    public long? Read(FoundFile file, KnownFiles? known)
    {
        var reading = HeaderSource.Open(file.Path, hdu: options.Hdu);
        if (!reading.IsRead) return Refuse(file, reading, null, FileRefusal.Of(file.Path, reading.Refusal, clock.GetUtcNow()));
        var facts = HeaderFacts.Of(reading.Header);
        if (known is not null && IsAsItWas(file, facts, known, out var outcome))
        {
            ledger.Add(FileEntry.Same(file));
            return tally.CountSame(outcome);
        }

        if (choice.TryFind(reading.Header, out var translator, out var refusal)) return Take(file, reading, facts, translator);
        if (choice.General is not { } general) return Refuse(file, reading, facts, FileRefusal.Of(file.Path, refusal!, clock.GetUtcNow()));
        sessions.Lock(general.Folder.Name);
        var reason = general.Probe(reading.Header, NameOf(file)) is { } unfit ? FileRefusal.Of(file.Path, unfit, clock.GetUtcNow()) : Deviation(file, reading.Header, []);
        if (reason is not null) return Refuse(file, reading, facts, reason);
        general.Expect(file, reading.Header);
        return null;
    }

    /// <summary>Reads a file that is known to be of a translator's table.</summary>
    /// <returns>Files read until now.</returns>
    public long Read(FoundFile file, HeaderTranslator translator)
    {
        var reading = HeaderSource.Open(file.Path, hdu: options.Hdu);
        return reading.IsRead
            ? Take(file, reading, HeaderFacts.Of(reading.Header), translator)
            : Refuse(file, reading, null, FileRefusal.Of(file.Path, reading.Refusal, clock.GetUtcNow()));
    }

    private long Take(FoundFile file, HeaderReading reading, HeaderFacts facts, HeaderTranslator translator)
    {
        var header = reading.Header!;
        var translation = translator.Translate(header, NameOf(file));
        var refusal = translation.IsTaken ? Deviation(file, header, translation.Issues) : FileRefusal.Of(file.Path, translation.Refusal, clock.GetUtcNow());
        if (refusal is not null) return Refuse(file, reading, facts, refusal);
        sessions.Add(translation.Record!, file.Path);
        ledger.Add(FileEntry.Taken(file, reading, facts, translation));
        ledger.AddKeywords(facts, header);
        quarantine.Release(file.Path);
        return tally.CountTaken(header.Issues.Select(issue => issue.Code.ToString()).Concat(translation.Issues.Select(issue => issue.Code.ToString())));
    }

    private long Refuse(FoundFile file, HeaderReading reading, HeaderFacts? facts, FileRefusal refusal)
    {
        quarantine.Add(refusal);
        ledger.Add(FileEntry.Refused(file, reading, facts, refusal));
        return tally.CountRefused(refusal.Code);
    }

    private FileRefusal? Deviation(FoundFile file, FitsHeader header, IReadOnlyList<TranslationIssue> issues) =>
        options.IsStrict && StrictReading.Judge(header, issues) is { } deviates ? FileRefusal.Of(file.Path, deviates, clock.GetUtcNow()) : null;

    private string NameOf(FoundFile file) => FileDiscovery.NameBelow(roots, file.Path);

    /// <summary>Only its modification time is another one.</summary>
    private static bool IsAsItWas(FoundFile file, HeaderFacts facts, KnownFiles known, out ushort outcome)
    {
        outcome = 0;
        if (!known.TryGet(file.PathHash, out var former) || !former.IsReadAsNow || former.Size != file.Size || former.HeaderHash != HeaderFacts.Beginning(facts.Hash)) return false;
        outcome = former.Outcome;
        return known.IsWithRow(outcome) && !known.Outcomes[outcome].IsLost;
    }
}
