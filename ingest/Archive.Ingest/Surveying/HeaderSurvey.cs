using System.Collections.Frozen;
using System.Collections.Immutable;
using Archive.Ingest.Fits;
using Archive.Ingest.Partitioning;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Surveying;

/// <summary>Which keywords some headers have, and what of. Takes headers from several threads; memory is bounded by the number of keywords, of headers not.</summary>
public sealed class HeaderSurvey
{
    /// <summary>More keywords than any instrument has: what is beyond is counted and left out.</summary>
    public const int MostKeywords = 10_000;

    /// <summary>What says how the file is laid out, and nothing of the observation.</summary>
    private static readonly FrozenSet<string> Layout =
        new[] { "SIMPLE", "XTENSION", "EXTEND", "PCOUNT", "GCOUNT", "GROUPS", "END", "CHECKSUM", "DATASUM", "ZHECKSUM", "ZDATASUM", "LONGSTRN", "CONTINUE", "HISTORY", "COMMENT" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, KeywordProfile> _profiles = new(StringComparer.Ordinal);

    /// <summary>Headers that were added.</summary>
    public long Headers { get; private set; }

    /// <summary>Cards whose keyword was beyond the most that are kept.</summary>
    public long CardsLeftOut { get; private set; }

    /// <summary>The keywords in the order in which the files have them. Call when all headers are added.</summary>
    public ImmutableArray<KeywordProfile> Keywords => [.. _profiles.Values.OrderBy(profile => profile.First.Path, PathOrder.Comparer).ThenBy(profile => profile.First.Card).ThenBy(profile => profile.Keyword, StringComparer.Ordinal)];

    /// <summary>Adds a header; of a keyword that it has several times, the first value counts, as everywhere.</summary>
    /// <param name="header">The header.</param>
    /// <param name="path">The file's path: what comes first by path counts as first.</param>
    public void Add(FitsHeader header, string path)
    {
        lock (_lock)
        {
            Headers++;
            foreach (var card in header.Cards)
            {
                if (card.Keyword.Length == 0 || Layout.Contains(card.Keyword) || !header.TryFind(card.Keyword, out var value)) continue;
                // TryGet finds the card that counts; the others of the keyword are passed over.
                if (header.TryGet(card.Keyword, out var counting) && counting.CardNumber != card.CardNumber) continue;
                if (ValueKinds.Of(value) is not { } kind) continue;
                if (Find(card.Keyword.ToUpperInvariant()) is { } profile) profile.Add(card, kind, path);
                else CardsLeftOut++;
            }
        }
    }

    private KeywordProfile? Find(string keyword)
    {
        if (_profiles.TryGetValue(keyword, out var profile)) return profile;
        if (_profiles.Count == MostKeywords) return null;
        return _profiles[keyword] = new KeywordProfile(keyword);
    }
}
