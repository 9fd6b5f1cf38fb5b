using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>
/// What astropy 5.2.1 read from a file: HDUs of cards of [keyword, value, comment]. A value is a JSON string, number or truth value, or an
/// object: undefined, complex, float (not finite), error (astropy gave up on the card).
/// </summary>
internal sealed class AstropyOracle
{
    private AstropyOracle(string file, IReadOnlyList<Hdu> hdus, IReadOnlyList<Hdu> rawHdus)
    {
        File = file;
        Hdus = hdus;
        RawHdus = rawHdus;
    }

    /// <summary>Path of the file that was read, from the corpus folder.</summary>
    public string File { get; }

    /// <summary>Empty where astropy refused the file.</summary>
    public IReadOnlyList<Hdu> Hdus { get; }

    /// <summary>The same, but compressed images as the tables that they are in the file.</summary>
    public IReadOnlyList<Hdu> RawHdus { get; }

    public static AstropyOracle Load(string path)
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        JsonElement root = document.RootElement;
        JsonElement readings = root.GetProperty("astropy");
        IReadOnlyList<Hdu> hdus = ReadHdus(readings.GetProperty("default"));
        bool hasRaw = readings.TryGetProperty("raw_compressed", out JsonElement raw);
        return new AstropyOracle(root.GetProperty("file").GetString()!, hdus, hasRaw ? ReadHdus(raw) : hdus);
    }

    private static List<Hdu> ReadHdus(JsonElement reading) => !reading.TryGetProperty("hdus", out JsonElement hdus)
        ? []
        : [.. hdus.EnumerateArray().Select(hdu => new Hdu(
            hdu.GetProperty("class").GetString()!,
            [.. hdu.GetProperty("cards").EnumerateArray().Select(c => new Card(c[0].GetString()!, c[1].Clone()))]))];

    /// <summary>The oracles of all files below a folder of the corpus.</summary>
    public static IEnumerable<AstropyOracle> Of(string corpus, string folder) => Directory
        .GetFiles(Path.Combine(corpus, "oracle"), folder.Replace("/", "__", StringComparison.Ordinal) + "__*.json")
        .Order(StringComparer.Ordinal)
        .Select(Load);

    /// <summary>The keywords of the cards that don't say what astropy's say, in order; a lone * where the cards don't correspond at all.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<Card> expected, FitsHeader header)
    {
        // astropy has no cards for CONTINUE.
        List<HeaderCard> cards = [.. header.Cards.Where(c => c.Keyword != "CONTINUE")];
        return cards.Count != expected.Count
            ? ["*"]
            : [.. cards.Zip(expected).Where(p => !IsSameCard(p.Second, p.First)).Select(p => p.First.Keyword)];
    }

    /// <summary>True if the card has the keyword and the value that astropy gives.</summary>
    public static bool IsSameCard(Card expected, HeaderCard actual) =>
        string.Equals(expected.Keyword.Trim(), actual.Keyword.Trim(), StringComparison.OrdinalIgnoreCase) && IsSame(expected.Value, actual);

    private static bool IsSame(JsonElement expected, HeaderCard actual)
    {
        HeaderValue value = actual.Value;
        switch (expected.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return value.Kind == HeaderValueKind.Logical && value.TryGetLogical(out bool truth) && truth == expected.GetBoolean();
            case JsonValueKind.Number when value.Kind == HeaderValueKind.Integer:
                return BigInteger.Parse(value.Text, CultureInfo.InvariantCulture) == BigInteger.Parse(expected.GetRawText(), CultureInfo.InvariantCulture);
            case JsonValueKind.Number:
                return value.Kind == HeaderValueKind.Real && value.TryGetDouble(out double number) && number == expected.GetDouble();
            case JsonValueKind.String:
                string text = value.Kind == HeaderValueKind.None ? actual.Comment : value.Text;
                return value.Kind is HeaderValueKind.None or HeaderValueKind.Text && text.Trim() == expected.GetString()!.Trim();
            default:
                return expected.EnumerateObject().First().Name switch
                {
                    "undefined" => value.Kind == HeaderValueKind.Undefined,
                    "error" or "float" => value.Kind == HeaderValueKind.Unreadable,
                    "complex" => value.TryGetComplex(out double re, out double im)
                        && re == expected.GetProperty("complex")[0].GetDouble() && im == expected.GetProperty("complex")[1].GetDouble(),
                    _ => false,
                };
        }
    }

    internal sealed record Hdu(string Class, IReadOnlyList<Card> Cards);

    internal sealed record Card(string Keyword, JsonElement Value);
}
