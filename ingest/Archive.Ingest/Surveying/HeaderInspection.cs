using System.Collections.Concurrent;
using System.Collections.Immutable;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Pipeline;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Surveying;

/// <summary>What is in the headers of some files, and what table they would make; nothing is written.</summary>
public sealed class HeaderInspection
{
    private readonly DefinitionText _definition;

    private HeaderInspection(HeaderSurvey survey, DefinitionText definition)
    {
        (Headers, _definition) = (survey.Headers, definition);
        Keywords = [.. survey.Keywords.Select(profile => InspectedKeyword.Of(profile, definition))];
    }

    public required long Files { get; init; }

    /// <summary>Files that have a header.</summary>
    public long Headers { get; }

    /// <summary>Files without a header that can be read, by the code of the reason.</summary>
    public required IReadOnlyDictionary<string, long> RefusedByCode { get; init; }

    /// <summary>Files of instruments that are known, by the table that takes them.</summary>
    public required IReadOnlyDictionary<string, long> FilesByInstrumentTable { get; init; }

    /// <summary>The keywords in the order in which the files have them.</summary>
    public ImmutableArray<InspectedKeyword> Keywords { get; }

    /// <summary>Keywords that got no column since the table has as many as it may.</summary>
    public required int KeywordsLeftOut { get; init; }

    /// <summary>Reads the headers of files, and of folders with all that is in them.</summary>
    /// <exception cref="IngestException">A path doesn't exist.</exception>
    public static HeaderInspection Run(IEnumerable<string> paths, Action<long, long>? progress = null, CancellationToken cancellation = default)
    {
        FileList files = new();
        var discovery = new FileDiscovery(archiveRoot: null, files.Add);
        foreach (var root in FileDiscovery.RootsOf(paths)) discovery.Visit(root, cancellation);
        var survey = new HeaderSurvey();
        ConcurrentDictionary<string, long> refused = new(StringComparer.Ordinal), tables = new(StringComparer.Ordinal);
        var seen = 0L;
        ParallelWork.ForEach(files.Files, file =>
        {
            var number = Interlocked.Increment(ref seen);
            var reading = HeaderSource.Open(file.Path);
            if (reading.IsRead)
            {
                survey.Add(reading.Header, file.Path);
                if (InstrumentRegistry.TryFind(reading.Header, out var translator, out _)) tables.AddOrUpdate(translator.Definition.Table.Name, 1, (_, count) => count + 1);
            }
            else
            {
                refused.AddOrUpdate(reading.Refusal.Code.ToString(), 1, (_, count) => count + 1);
            }

            progress?.Invoke(number, files.Count);
        }, cancellation);
        var definition = InstrumentFile.General();
        var leftOut = FoundColumns.AddTo(definition, survey);
        return new HeaderInspection(survey, definition)
        {
            Files = seen,
            RefusedByCode = new SortedDictionary<string, long>(refused, StringComparer.Ordinal),
            FilesByInstrumentTable = new SortedDictionary<string, long>(tables, StringComparer.Ordinal),
            KeywordsLeftOut = leftOut,
        };
    }

    /// <summary>A definition of a table that takes these headers, to be edited: its columns are those that it lists.</summary>
    public string Draft(string tableName)
    {
        _definition.Set("table", tableName);
        _definition.Remove("columns");
        _definition.SetComments(
            "A draft: take out the columns that you don't want, and say better what the others mean. Tabs part the fields.",
            "Keywords that aren't listed are passed over; with the line '# columns: from headers' each would get a column when it is met.",
            "'archive ingest FILES --archive DIR --definition THIS-FILE' reads it, and keeps it in the archive.");
        return _definition.ToString();
    }
}
