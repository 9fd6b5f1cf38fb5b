using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>Every file of the corpus, real and nasty, against what astropy read from it.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string[]> Files => CaseTable.Read("files.tsv");

    /// <summary>
    /// The cards on which this reader and astropy differ are listed, each with the reason; a difference that is not listed fails the test,
    /// and so does a listed one that is gone.
    /// </summary>
    [SkippableTheory]
    [InlineData("nasty/astrogo")]
    [InlineData("nasty/astropy")]
    [InlineData("nasty/astropy_wcs")]
    [InlineData("nasty/nom-tam")]
    [InlineData("nasty/synth")]
    [InlineData("real/keck")]
    [InlineData("real/other")]
    public void Headers_say_what_astropy_says(string folder)
    {
        string corpus = SharedData.Require("corpora/fits");
        List<string> differences = [];
        int headers = 0;
        foreach (AstropyOracle oracle in AstropyOracle.Of(corpus, folder).Where(o => o.RawHdus.Count > 0))
        {
            HeaderReading reading = HeaderSource.Open(Path.Combine(corpus, oracle.File));
            if (reading.Form is HeaderForm.Primary)
            {
                headers++;
                differences.AddRange(AstropyOracle.Differences(oracle.RawHdus[0].Cards, reading.Header!).Select(k => $"{oracle.File} {k}"));
            }
        }

        Assert.True(headers > 0);
        Assert.Equal(KnownDifferences().Where(d => d.StartsWith(folder + "/", StringComparison.Ordinal)), differences.Distinct());
    }

    [SkippableTheory]
    [InlineData("nasty/astrogo")]
    [InlineData("nasty/astropy")]
    [InlineData("nasty/astropy_wcs")]
    [InlineData("nasty/nom-tam")]
    [InlineData("nasty/synth")]
    [InlineData("real/keck")]
    [InlineData("real/other")]
    public void Extensions_are_found_where_astropy_finds_them(string folder)
    {
        string corpus = SharedData.Require("corpora/fits");
        foreach (AstropyOracle oracle in AstropyOracle.Of(corpus, folder).Where(o => o.RawHdus.Count > 1))
        {
            using FileStream file = File.OpenRead(Path.Combine(corpus, oracle.File));
            using FitsReader reader = new(file);
            FitsHdu? hdu = reader.ReadNext();
            for (int i = 0; i < oracle.RawHdus.Count && hdu?.Header.Cards[0].Keyword is "SIMPLE" or "XTENSION" && hdu.DataLength is not null; i++)
            {
                Assert.Equal(i, hdu.Index);
                IReadOnlyList<string> differences = AstropyOracle.Differences(oracle.RawHdus[i].Cards, hdu.Header);
                bool isShownExpanded = oracle.RawHdus[i].Class == "CompImageHDU";
                Assert.True(i == 0 || isShownExpanded || differences.Count == 0, $"{oracle.File} HDU {i}: {string.Join(' ', differences)}");
                hdu = reader.ReadNext();
                Assert.True(hdu is null == (i + 1 == oracle.RawHdus.Count), $"{oracle.File}: HDU {i + 1}");
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void A_file_is_taken_or_refused_as_the_table_says(string[] row)
    {
        HeaderReading reading = HeaderSource.Open(SharedData.Require("corpora/fits/" + row[0]));

        string issues = string.Join(',', (reading.Header?.Issues ?? []).Select(i => i.Code).Distinct());
        Assert.Equal<string[]>(row[1..], [reading.Refusal?.Code.ToString() ?? reading.Form.ToString(), $"{reading.Header?.Cards.Count}", issues]);
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

    private static IEnumerable<string> KnownDifferences() => CaseTable.Rows("differences-from-astropy.tsv").Select(row => $"{row[0]} {row[1]}");

    private static string Show(FitsHeader header) => string.Join('\n', header.Cards.Select(c => c.ToString()));
}
