using Archive.Ingest.Instruments;

namespace Archive.Ingest.Translation.Koa;

/// <summary>What of a row takes thought in the tables of the Keck instruments that have no rules beyond those that all share.</summary>
internal sealed class KoaDerivedColumns(InstrumentDefinition definition) : IDerivedColumns
{
    private readonly KoaColumns _koa = new(definition);

    /// <inheritdoc/>
    public TranslationRefusal? Derive(RecordDraft draft) => _koa.Set(draft);
}
