using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Ingest.Fits;
using Archive.Ingest.Partitioning;

namespace Archive.Ingest.Bookkeeping;

/// <summary>What the catalogue of ingest keeps of a header: a hash of all that it says, and which keywords it holds.</summary>
internal sealed class HeaderFacts
{
    private const int HashDigits = 32;

    [ThreadStatic]
    private static ByteBuffer? _buffer;

    private HeaderFacts(string hash, ulong keywordSet) => (Hash, KeywordSet) = (hash, keywordSet);

    /// <summary>The first 32 hexadecimal digits of the SHA-256 of all cards before END. How the file keeps them, gzipped or not, makes no difference.</summary>
    public string Hash { get; }

    /// <summary>Stands for the set of keywords that have a value, whatever their order.</summary>
    public ulong KeywordSet { get; }

    public static string NameOf(ulong keywordSet) => keywordSet.ToString("x16", CultureInfo.InvariantCulture);

    public static HeaderFacts Of(FitsHeader header)
    {
        var buffer = _buffer ??= new ByteBuffer();
        buffer.Clear();
        ulong keywords = 0;
        HashSet<string> met = new(header.Cards.Count, StringComparer.Ordinal);
        foreach (var card in header.Cards)
        {
            var start = buffer.Length;
            buffer.WriteText(card.Keyword);
            if (card.Kind != HeaderValueKind.None && met.Add(card.Keyword)) keywords += TextHash.Of(buffer.Written[start..]);
            card.Write(buffer);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.Written, hash);
        return new HeaderFacts(Convert.ToHexStringLower(hash)[..HashDigits], keywords);
    }

    /// <summary>The keywords that have a value, each once.</summary>
    public static IEnumerable<string> KeywordsOf(FitsHeader header) =>
        header.Cards.Where(card => card.Kind != HeaderValueKind.None).Select(card => card.Keyword).Distinct(StringComparer.Ordinal);

    /// <summary>What is compared of a hash where many are at hand.</summary>
    /// <param name="hash">Hexadecimal digits, ASCII.</param>
    public static ulong Beginning(ReadOnlySpan<byte> hash) => ulong.TryParse(hash[..Math.Min(hash.Length, 16)], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : 0;

    public static ulong Beginning(string hash) => Beginning(Encoding.ASCII.GetBytes(hash));
}
