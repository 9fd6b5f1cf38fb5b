namespace Archive.Ingest.Fits;

/// <summary>Blank cards differ by their number only: all headers share them.</summary>
internal static class BlankCards
{
    private static readonly HeaderCard?[] s_cards = new HeaderCard?[4096];

    public static HeaderCard At(int cardNumber) => cardNumber < s_cards.Length
        ? s_cards[cardNumber] ??= New(cardNumber)
        : New(cardNumber);

    private static HeaderCard New(int cardNumber) => new(cardNumber, "", default, "");
}
