using System.Diagnostics.CodeAnalysis;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Headers;
using Archive.Ingest.Translation.Hires;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Translation;

/// <summary>The instruments that are known. One more is one more definition file and one more line here.</summary>
public static class InstrumentRegistry
{
    // Guide cameras come before the instruments whose light they guide on: their headers name those, too.
    private static readonly string[] TableNames =
    [
        "koa_hires", "koa_guider", "koa_deimos", "koa_esi", "koa_kcwi", "koa_kpf", "koa_lris", "koa_lws", "koa_mosfire", "koa_nirc", "koa_nirc2", "koa_nires", "koa_nirspec", "koa_osiris",
    ];

    // A run that has nothing new to read needs none, one of HIRES's files only the first.
    private static readonly Lazy<HeaderTranslator>[] Translators = [.. TableNames.Select(name => new Lazy<HeaderTranslator>(() => TranslatorOf(InstrumentFile.Load(name))))];

    /// <summary>A translator for each known instrument.</summary>
    public static IEnumerable<HeaderTranslator> All => Translators.Select(translator => translator.Value);

    /// <summary>The translator of the instrument whose table it is; null if it is none's.</summary>
    public static HeaderTranslator? Of(string table) => Array.IndexOf(TableNames, table) is >= 0 and var place ? Translators[place].Value : null;

    /// <summary>A translator by a definition, with the rules that it names.</summary>
    public static HeaderTranslator TranslatorOf(InstrumentDefinition definition) => new(definition, definition.Rules switch
    {
        DerivationRules.Headers => new HeadersDerivedColumns(definition),
        DerivationRules.Hires => new HiresDerivedColumns(definition),
        _ => new KoaDerivedColumns(definition),
    });

    /// <summary>Finds the translator for a header: the first whose instrument's conditions hold, which mostly are that INSTRUME begins with its name.</summary>
    public static bool TryFind(FitsHeader header, [NotNullWhen(true)] out HeaderTranslator? translator, [NotNullWhen(false)] out TranslationRefusal? refusal)
    {
        translator = Array.Find(Translators, candidate => candidate.Value.Definition.IsOf(header))?.Value;
        refusal = translator is not null ? null
            : header.FindText("INSTRUME") is not { } instrument ? TranslationRefusal.NoInstrument()
            : TranslationRefusal.UnknownInstrument(instrument, All.Select(known => known.Definition.Name));
        return translator is not null;
    }

    /// <summary>Translates a header of any instrument, or says why it can't be. Never throws for what the header holds.</summary>
    public static TranslationResult Translate(FitsHeader header, string? file = null) =>
        TryFind(header, out var translator, out var refusal) ? translator.Translate(header, file) : new TranslationResult(refusal);
}
