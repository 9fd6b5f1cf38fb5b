using Archive.Ingest.Fits;
using Archive.Ingest.Tests.Fits.Oracle;

namespace Archive.Ingest.Tests.Fits;

/// <summary>Every file of the corpus, real and nasty, held to its line in the table. What other readers make of the same cards is in <see cref="DeviationTests"/>.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string[]> Files => CaseTable.Read("files.tsv");

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void A_file_is_taken_or_refused_as_the_table_says(string[] row) =>
        Assert.Equal(string.Join('\t', row), Row(SharedData.Require("corpora/fits"), row[0]));

    /// <summary>No file is left out, neither here nor there. With FITS_UPDATE_CASES the table is written anew, to be read in the diff.</summary>
    [SkippableFact]
    public void The_table_has_every_file()
    {
        string corpus = SharedData.Require("corpora/fits");
        string[] files = [.. new[] { "nasty", "real" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(corpus, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(corpus, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        CaseTable.Update("files.tsv", () => files.Select(file => Row(corpus, file)));
        Assert.Equal(files, CaseTable.Rows("files.tsv").Select(row => row[0]));
    }

    private static string Row(string corpus, string file)
    {
        string path = Path.Combine(corpus, file);
        HeaderReading reading = HeaderSource.Open(path);
        bool hasHdus = reading.Form is HeaderForm.Primary or HeaderForm.TileCompressed;
        string hdus = hasHdus ? string.Join('+', CorpusFile.ReadHdus(path).Select(hdu => hdu.Header.Cards.Count)) : "";
        string issues = string.Join(',', (reading.Header?.Issues ?? []).Select(i => i.Code).Distinct());
        return string.Join('\t', file, reading.Refusal?.Code.ToString() ?? reading.Form.ToString(), hdus, $"{reading.Header?.Cards.Count}", issues);
    }

    [SkippableTheory]
    [InlineData("real/keck")]
    [InlineData("real/other")]
    public void A_text_dump_gives_the_cards_of_its_file(string folder)
    {
        string corpus = SharedData.Require("corpora/fits");
        int compared = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(corpus, folder), "*.fits"))
        {
            string stem = Path.GetFileNameWithoutExtension(file);
            string text = Path.Combine(corpus, "real/header_text", stem + ".hdr.txt");
            HeaderReading fromText = HeaderSource.Open(text);
            HeaderReading fromFile = HeaderSource.Open(file);

            Assert.Equal((HeaderForm.Text, HeaderForm.Primary), (fromText.Form, fromFile.Form));
            Assert.Equal(Show(fromFile.Header!), Show(fromText.Header!));
            compared++;
        }

        Assert.True(compared > 3);
    }

    [SkippableFact]
    public void A_tile_compressed_file_gives_the_header_it_had_before()
    {
        FitsHeader original = HeaderSource.Open(SharedData.Require("corpora/fits/real/keck/hires_ganymede_rj76.279.fits")).Header!;
        HeaderReading packed = HeaderSource.Open(SharedData.Require("corpora/fits/real/keck/hires_ganymede_rj76.279.fits.fz"));

        Assert.Equal(HeaderForm.TileCompressed, packed.Form);
        Assert.Equal(["SIMPLE", "BITPIX", "NAXIS", "NAXIS1", "NAXIS2"], packed.Header!.Cards.Take(5).Select(c => c.Keyword));
        string[] wrong = [.. original.Cards.Where(c => c.Value.Kind != HeaderValueKind.None).Select(c => c.Keyword).Distinct()
            .Where(k => !packed.Header.TryGet(k, out HeaderCard? card) || !original.TryGet(k, out HeaderCard? before) || card.Value != before.Value)];
        Assert.Empty(wrong);
    }

    private static string Show(FitsHeader header) => string.Join('\n', header.Cards.Select(c => c.ToString()));
}
