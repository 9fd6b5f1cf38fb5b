using System.Text.Json;

namespace Archive.Ingest.Tests.Fits.Oracle;

/// <summary>What astropy 5.2.1 and cfitsio 4.2.0 read from a file of the corpus, HDU by HDU and card by card.</summary>
internal sealed class OracleFile
{
    private OracleFile(string file) => File = file;

    /// <summary>Path of the file that was read, from the corpus folder.</summary>
    public string File { get; }

    /// <summary>Empty where astropy refused the file. Compressed images are the tables that they are in the file.</summary>
    public required IReadOnlyList<IReadOnlyList<OracleCard>> Astropy { get; init; }

    /// <summary>The header that astropy restores of the first compressed image; null where there is none.</summary>
    public required IReadOnlyList<OracleCard>? AstropyImage { get; init; }

    /// <summary>Empty where cfitsio refused the file.</summary>
    public required IReadOnlyList<IReadOnlyList<OracleCard>> Cfitsio { get; init; }

    /// <summary>The oracles of all files below a folder that are at hand.</summary>
    public static IEnumerable<OracleFile> Of(string corpus, string folder) => Directory
        .GetFiles(Path.Combine(corpus, "oracle"), folder.Replace("/", "__", StringComparison.Ordinal) + "__*.json")
        .Order(StringComparer.Ordinal)
        .Select(Load)
        .Where(oracle => System.IO.File.Exists(Path.Combine(corpus, oracle.File)));

    private static OracleFile Load(string path)
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        JsonElement astropy = document.RootElement.GetProperty("astropy");
        JsonElement shown = astropy.GetProperty("default");
        bool hasRaw = astropy.TryGetProperty("raw_compressed", out JsonElement raw);
        JsonElement image = hasRaw ? shown.GetProperty("hdus").EnumerateArray().FirstOrDefault(hdu => hdu.GetProperty("class").GetString() == "CompImageHDU") : default;
        return new OracleFile(document.RootElement.GetProperty("file").GetString()!)
        {
            Astropy = Hdus(hasRaw ? raw : shown, OracleCard.OfAstropy),
            AstropyImage = image.ValueKind == JsonValueKind.Object ? Cards(image, OracleCard.OfAstropy) : null,
            Cfitsio = Hdus(document.RootElement.GetProperty("cfitsio"), OracleCard.OfCfitsio),
        };
    }

    private static List<IReadOnlyList<OracleCard>> Hdus(JsonElement reading, Func<JsonElement, OracleCard> read) =>
        reading.TryGetProperty("hdus", out JsonElement hdus) ? [.. hdus.EnumerateArray().Select(hdu => Cards(hdu, read))] : [];

    private static IReadOnlyList<OracleCard> Cards(JsonElement hdu, Func<JsonElement, OracleCard> read) => [.. hdu.GetProperty("cards").EnumerateArray().Select(read)];
}
