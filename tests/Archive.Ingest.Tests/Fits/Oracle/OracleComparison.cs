using System.Globalization;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits.Oracle;

/// <summary>Sets this reader beside astropy and cfitsio: HDU by HDU, card by card, keyword, type, value and comment.</summary>
internal static class OracleComparison
{
    public static IEnumerable<Deviation> Compare(string corpus, OracleFile oracle)
    {
        string path = Path.Combine(corpus, oracle.File);
        HeaderReading reading = HeaderSource.Open(path);
        IReadOnlyList<FitsHdu> hdus = reading.IsRead && reading.Form != HeaderForm.Text ? CorpusFile.ReadHdus(path) : [];
        List<Deviation> found =
        [
            .. CompareFiles("astropy", oracle.File, reading, hdus, oracle.Astropy, AstropyPairs),
            .. CompareFiles("cfitsio", oracle.File, reading, hdus, oracle.Cfitsio, CfitsioPairs),
        ];
        if (oracle.AstropyImage is { } image && reading.Form == HeaderForm.TileCompressed)
        {
            found.AddRange(CompareImages(oracle.File, reading.Header!, image));
        }

        return found.Distinct();
    }

    private static List<Deviation> CompareFiles(
        string reader,
        string file,
        HeaderReading reading,
        IReadOnlyList<FitsHdu> hdus,
        IReadOnlyList<IReadOnlyList<OracleCard>> others,
        Func<FitsHeader, IReadOnlyList<OracleCard>, IReadOnlyList<(HeaderCard, OracleCard)>> pair)
    {
        if (reading.IsRead != others.Count > 0)
        {
            return [new Deviation(reader, file, "*", "*", reading.IsRead ? "refused" : "taken")];
        }

        List<Deviation> found = [];
        if (hdus.Count != others.Count)
        {
            found.Add(new Deviation(reader, file, "*", "*", "HDUs"));
        }

        foreach ((int index, (FitsHdu hdu, IReadOnlyList<OracleCard> other)) in hdus.Zip(others).Index())
        {
            string number = index.ToString(CultureInfo.InvariantCulture);
            IReadOnlyList<(HeaderCard, OracleCard)> pairs = pair(hdu.Header, other);
            if (pairs.Count < Math.Max(hdu.Header.Cards.Count(c => c.Keyword != "CONTINUE"), other.Count(c => c.Keyword != "CONTINUE")))
            {
                found.Add(new Deviation(reader, file, number, "*", "cards"));
            }

            found.AddRange(pairs
                .Select(p => new Deviation(reader, file, number, p.Item1.Keyword, OracleCard.Of(p.Item1).DifferencesFrom(p.Item2)))
                .Where(d => d.What.Length > 0));
        }

        return found;
    }

    /// <summary>astropy joins CONTINUE cards, too, and has none for those that continue nothing. No pairs where it has fewer or more cards.</summary>
    private static IReadOnlyList<(HeaderCard, OracleCard)> AstropyPairs(FitsHeader header, IReadOnlyList<OracleCard> others)
    {
        List<HeaderCard> cards = [.. header.Cards.Where(c => c.Keyword != "CONTINUE")];
        return cards.Count == others.Count ? [.. cards.Zip(others)] : [];
    }

    /// <summary>cfitsio was asked for the records one by one, CONTINUE among them: card by number, the rest of a continued string passed.</summary>
    private static IReadOnlyList<(HeaderCard, OracleCard)> CfitsioPairs(FitsHeader header, IReadOnlyList<OracleCard> others) =>
        [.. header.Cards.Where(c => c.CardNumber <= others.Count).Select(c => (c, Joined(c, others)))];

    /// <summary>The record as it is told, or with what our card has beyond it where it is the beginning of a continued string.</summary>
    private static OracleCard Joined(HeaderCard card, IReadOnlyList<OracleCard> others)
    {
        OracleCard other = others[card.CardNumber - 1];
        bool isContinued = other.Value.EndsWith('&') && card.CardNumber < others.Count && others[card.CardNumber].Keyword == "CONTINUE"
            && card.Value.Text.StartsWith(other.Value[..^1].TrimEnd(), StringComparison.Ordinal) && card.Comment.StartsWith(other.Comment!, StringComparison.Ordinal);
        return isContinued ? other with { Value = card.Value.Text, Comment = card.Comment.Trim() } : other;
    }

    /// <summary>The cards with values, keyword by keyword, whatever their order.</summary>
    private static IEnumerable<Deviation> CompareImages(string file, FitsHeader header, IReadOnlyList<OracleCard> image)
    {
        Dictionary<string, OracleCard> theirs = FirstOfEach(image.Where(c => c.Keyword is not ("" or "COMMENT" or "HISTORY")));
        Dictionary<string, OracleCard> ours = FirstOfEach(header.Cards.Where(c => c.Value.Kind != HeaderValueKind.None).Select(OracleCard.Of));
        return theirs.Keys.Union(ours.Keys).Order(StringComparer.Ordinal)
            .Select(keyword => new Deviation("astropy image", file, "1", keyword, !theirs.TryGetValue(keyword, out OracleCard? their) ? "missing there" : !ours.TryGetValue(keyword, out OracleCard? our) ? "missing here" : our.DifferencesFrom(their)))
            .Where(d => d.What.Length > 0);
    }

    private static Dictionary<string, OracleCard> FirstOfEach(IEnumerable<OracleCard> cards) => cards
        .GroupBy(c => c.Keyword, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}
