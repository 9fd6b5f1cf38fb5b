using Archive.Ingest.Fits;

namespace Archive.DataSamples.Headers;

/// <summary>Where the values of a header go: into the cards of a file, or straight into bytes.</summary>
internal interface ICardSink
{
    void Text(string keyword, string value);

    void Logical(string keyword, bool value);

    void Integer(string keyword, long value);

    /// <summary>A real number, rounded to so many decimals.</summary>
    void Real(string keyword, double value, int decimals);
}

/// <summary>Values by keyword, to be put at their places in a header.</summary>
internal sealed class CardValues : ICardSink
{
    private readonly Dictionary<string, Action<FitsHeaderWriter>> _cards = [];

    public void Text(string keyword, string value) => _cards[keyword] = writer => writer.Text(keyword, value);

    public void Logical(string keyword, bool value) => _cards[keyword] = writer => writer.Logical(keyword, value);

    public void Integer(string keyword, long value) => _cards[keyword] = writer => writer.Integer(keyword, value);

    public void Real(string keyword, double value, int decimals) => _cards[keyword] = writer => writer.Real(keyword, Math.Round(value, decimals));

    public bool Has(string keyword) => _cards.ContainsKey(keyword);

    /// <summary>Writes the keyword's card, unless it has no value.</summary>
    public void Write(string keyword, FitsHeaderWriter writer)
    {
        if (_cards.TryGetValue(keyword, out var card)) card(writer);
    }
}
