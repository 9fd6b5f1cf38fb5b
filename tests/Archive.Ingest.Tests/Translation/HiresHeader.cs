using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

/// <summary>Small HIRES headers for tests: the few cards that every one needs, with others put in, changed or taken out.</summary>
internal static class HiresHeader
{
    private static readonly (string Keyword, string? Literal)[] Base =
    [
        ("INSTRUME", "'HIRES: High Resolution Echelle Spectrometer'"),
        ("DATE-OBS", "'2004-08-24'"),
        ("UTC", "'02:16:44.00'"),
    ];

    public static InstrumentDefinition Definition { get; } = InstrumentRegistry.All.Single(known => known.Definition.Name == "HIRES").Definition;

    /// <summary>The base cards, with these in their place or behind them; a keyword without literal is left out.</summary>
    public static FitsHeader With(params (string Keyword, string? Literal)[] cards)
    {
        var all = new List<(string Keyword, string? Literal)>(Base);
        foreach (var card in cards)
        {
            all.RemoveAll(other => other.Keyword == card.Keyword);
            all.Add(card);
        }

        return FitsHeader.FromCards(all.Where(card => card.Literal is not null).Select(card => $"{card.Keyword,-8}= {card.Literal}"));
    }

    public static TranslationResult Translate(params (string Keyword, string? Literal)[] cards) => InstrumentRegistry.Translate(With(cards));

    /// <summary>The value of a column, which must come from a header that is taken.</summary>
    public static FieldValue Value(this TranslationResult result, string column)
    {
        Assert.True(result.IsTaken, result.Refusal?.Message);
        return result.Record[Definition.OrdinalOf(column)];
    }

    public static string? Text(this TranslationResult result, string column) => result.Value(column) is { IsNull: false } value ? value.ToString() : null;
}
