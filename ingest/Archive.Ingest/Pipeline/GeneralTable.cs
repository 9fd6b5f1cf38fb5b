using System.Globalization;
using System.Text;
using Archive.Catalogue.Folder;
using Archive.Catalogue.Manifests;
using Archive.Ingest.Bookkeeping;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Surveying;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>
/// A table that takes headers by a definition of its own, kept in its folder. First it sees all headers, which tell what columns there must be; then it has a translator.
/// </summary>
internal sealed class GeneralTable(TableFolder folder, DefinitionText? given = null, string? givenPath = null)
{
    private const string VersionProperty = "version";

    private readonly HeaderSurvey _survey = new();
    private readonly Lock _opening = new();
    private DefinitionText? _text;
    private HeaderTranslator? _former;
    private HeaderTranslator? _complete;

    // A hash of a path takes less room than the path; there may be millions.
    private readonly HashSet<ulong> _expected = [];

    public TableFolder Folder => folder;

    /// <summary>Stands for the definition that the table was given; the columns that headers add to it make it no other one.</summary>
    public string Version { get; } = VersionOf(folder, given);

    public bool HasFiles => _expected.Count > 0;

    /// <summary>Keywords that got no column since the table has as many as it may.</summary>
    public int KeywordsLeftOut { get; private set; }

    /// <summary>Reads the definition.</summary>
    /// <exception cref="IngestException">It can't be read, or breaks the form.</exception>
    public HeaderTranslator Open()
    {
        lock (_opening)
        {
            if (_former is not null) return _former;
            var kept = File.Exists(folder.DefinitionFile) ? DefinitionFile.Read(folder.DefinitionFile) : null;
            _text = given ?? kept ?? InstrumentFile.General();
            // What is wrong in the file that was given is told before what earlier ingests have found is added to it.
            _former = TranslatorOf(_text);
            if (given is null || kept is null || !_former.Definition.TakesAllKeywords) return _former;
            FoundColumns.Keep(given, kept);
            return _former = TranslatorOf(given);
        }
    }

    /// <summary>Why the header would be no row; null where it would be one. Thread-safe.</summary>
    public TranslationRefusal? Probe(FitsHeader header, string file)
    {
        var former = Open();
        return former.Definition.IsOf(header) ? former.Translate(header, file).Refusal : TranslationRefusal.OtherInstrument(folder.Name, former.Definition.Name, "");
    }

    /// <summary>Remembers that the file is this table's; what its header has counts for the columns. Thread-safe.</summary>
    public void Expect(FoundFile file, FitsHeader header)
    {
        lock (_expected) _expected.Add(file.PathHash);
        if (Open().Definition.TakesAllKeywords) _survey.Add(header, file.Path);
    }

    /// <summary>Is it one of the files that were remembered? Call when all are.</summary>
    public bool IsExpected(FoundFile file) => _expected.Contains(file.PathHash);

    /// <summary>The translator that has columns for all headers that were looked at before it was first asked for.</summary>
    /// <exception cref="IngestException">The definition breaks the form.</exception>
    public HeaderTranslator Complete()
    {
        if (_complete is not null) return _complete;
        var former = Open();
        if (!former.Definition.TakesAllKeywords) return _complete = former;
        KeywordsLeftOut = FoundColumns.AddTo(_text!, _survey);
        return _complete = TranslatorOf(_text!);
    }

    /// <summary>Keeps the definition for later ingests, before its rows are committed: it may have more columns than the table, but never fewer.</summary>
    public void Save()
    {
        _text!.Set("table", folder.Name);
        _text.Set(VersionProperty, Version);
        var content = Encoding.UTF8.GetBytes(_text.ToString());
        if (File.Exists(folder.DefinitionFile) && File.ReadAllBytes(folder.DefinitionFile).AsSpan().SequenceEqual(content)) return;
        AtomicFile.Write(folder.DefinitionFile, content);
    }

    private static string VersionOf(TableFolder folder, DefinitionText? given)
    {
        var text = given ?? (File.Exists(folder.DefinitionFile) ? DefinitionFile.Read(folder.DefinitionFile) : InstrumentFile.General());
        if (given is null && text.Find(VersionProperty) is { } known) return known;
        text.Remove(VersionProperty);
        return TextHash.Of(Encoding.UTF8.GetBytes(text.ToString())).ToString("x16", CultureInfo.InvariantCulture);
    }

    private HeaderTranslator TranslatorOf(DefinitionText text)
    {
        var path = givenPath ?? folder.DefinitionFile;
        try
        {
            return InstrumentRegistry.TranslatorOf(DefinitionFile.Define(path, text, folder.Name));
        }
        catch (KeyNotFoundException error)
        {
            throw new IngestException($"{path}: {error.Message} The rules that it names need that column.", error);
        }
    }
}
