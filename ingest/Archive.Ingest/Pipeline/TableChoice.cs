using System.Diagnostics.CodeAnalysis;
using Archive.Catalogue.Folder;
using Archive.Ingest.Fits;
using Archive.Ingest.Importing;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Pipeline;

/// <summary>Decides to which table a header goes: that of its instrument, or the one that takes headers of any.</summary>
internal sealed class TableChoice
{
    private readonly HeaderTranslator? _only;

    private TableChoice(HeaderTranslator? only, GeneralTable? general, string home) => (_only, General, Home) = (only, general, home);

    /// <summary>The table that takes headers of any instrument; null where none does.</summary>
    public GeneralTable? General { get; }

    /// <summary>Name of the table whose quarantine takes the files that no table takes.</summary>
    public string Home { get; }

    /// <summary>Stands for the choice, among all that decides what is made of a header.</summary>
    public string Version => $"{(_only is not null || IsGeneralForAll ? Home : "")} {General?.Version}";

    /// <summary>The general table takes files of known instruments, too.</summary>
    public bool IsGeneralForAll { get; init; }

    /// <exception cref="IngestException">The name can't be a table's, or the definition can't be read.</exception>
    public static TableChoice Of(IngestOptions options, ArchiveFolder archive)
    {
        var own = options.DefinitionFile is { } path ? DefinitionFile.Read(path) : null;
        var name = options.Table ?? (own is null ? null : own.Find("table") ?? throw new IngestException($"{options.DefinitionFile} doesn't name its table. Say --table NAME, or write the line '# table: NAME' into it."));
        if (name is null) return new TableChoice(null, new GeneralTable(archive.Table(IngestRun.GeneralTableName)), IngestRun.HomeTable.Name);
        name = TableNames.Checked(name);
        if (InstrumentRegistry.Of(name) is { } instrument)
        {
            return own is null
                ? new TableChoice(instrument, null, name)
                : throw new IngestException($"Table {name} is the one of {instrument.Definition.Name}, which has its definition. Give a table of your own another name: --table NAME.");
        }

        if (own is not null) DefinitionFile.Define(options.DefinitionFile!, own, name);
        return new TableChoice(null, new GeneralTable(archive.Table(name), own, options.DefinitionFile), name) { IsGeneralForAll = true };
    }

    /// <summary>The translator of the instrument's own table; false where there is none that may take it, and then either the general table takes it or there is a reason.</summary>
    public bool TryFind(FitsHeader header, [NotNullWhen(true)] out HeaderTranslator? translator, out TranslationRefusal? refusal)
    {
        (translator, refusal) = (null, null);
        if (IsGeneralForAll) return false;
        if (_only is not null)
        {
            if (_only.Definition.IsOf(header)) translator = _only;
            else refusal = Refusal(header);
        }
        else if (InstrumentRegistry.TryFind(header, out translator, out _))
        {
            return true;
        }

        return translator is not null;
    }

    private TranslationRefusal Refusal(FitsHeader header) =>
        InstrumentRegistry.TryFind(header, out var other, out var unknown)
            ? TranslationRefusal.OtherInstrument(_only!.Definition.Table.Name, _only.Definition.Name, $"; it goes to {other.Definition.Table.Name}")
            : unknown;
}
