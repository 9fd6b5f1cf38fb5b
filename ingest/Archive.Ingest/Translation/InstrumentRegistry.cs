using System.Diagnostics.CodeAnalysis;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation.Hires;

namespace Archive.Ingest.Translation;

/// <summary>The instruments that are known. One more is one more definition file and one more line here.</summary>
public static class InstrumentRegistry
{
    private static readonly HeaderTranslator[] Translators =
    [
        HiresDerivedColumns.CreateTranslator(InstrumentFile.Load("koa_hires")),
    ];

    /// <summary>A translator for each known instrument.</summary>
    public static IReadOnlyList<HeaderTranslator> All => Translators;

    /// <summary>Finds the translator for a header: the one whose instrument is the first word of INSTRUME, whatever its case.</summary>
    public static bool TryFind(FitsHeader header, [NotNullWhen(true)] out HeaderTranslator? translator, [NotNullWhen(false)] out TranslationRefusal? refusal)
    {
        translator = null;
        refusal = null;
        if (header.FindText("INSTRUME") is not { } instrument)
        {
            refusal = TranslationRefusal.NoInstrument();
            return false;
        }

        var name = instrument.AsSpan();
        var length = 0;
        while (length < name.Length && (char.IsAsciiLetterOrDigit(name[length]) || name[length] is '-' or '_')) length++;
        foreach (var candidate in Translators)
        {
            if (!name[..length].Equals(candidate.Definition.Name, StringComparison.OrdinalIgnoreCase)) continue;
            translator = candidate;
            return true;
        }

        refusal = TranslationRefusal.UnknownInstrument(instrument, Translators.Select(known => known.Definition.Name));
        return false;
    }

    /// <summary>Translates a header of any instrument, or says why it can't be. Never throws for what the header holds.</summary>
    public static TranslationResult Translate(FitsHeader header) =>
        TryFind(header, out var translator, out var refusal) ? translator.Translate(header) : new TranslationResult(refusal);
}
