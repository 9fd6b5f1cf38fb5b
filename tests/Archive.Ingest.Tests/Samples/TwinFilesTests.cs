using System.Globalization;
using Archive.DataSamples;
using Archive.DataSamples.Tutorial;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Samples;

public sealed class TwinFilesTests(TwinFiles files) : IClassFixture<TwinFiles>
{
    private static readonly InstrumentDefinition Hires = InstrumentFile.Load("koa_hires");

    /// <summary>Cards of a raw HIRES header of 2009, blank ones among them.</summary>
    private const int CardsOfRealHeader = 722;

    public static TheoryData<string> PublishedIdentifiers => [.. PublishedRows.All.Select(row => row.KoaId)];

    [Fact]
    public void Every_selection_of_the_tutorial_has_its_printed_count_and_no_file_is_in_none()
    {
        var counts = new SelectionCounts();
        foreach (var record in files.Records) counts.Add(record);
        Assert.Multiple([.. TutorialSets.All.Select(set => (Action)(() => Assert.Equal((set.Name, set.RowCount), (set.Name, counts[set.Name]))))]);
        Assert.Equal(0, counts.Unselected);
        Assert.Equal(TutorialSets.SelectedRows, counts.Rows);
        Assert.Equal(TutorialSets.SelectedRows, files.Report.Files);
    }

    [Theory]
    [MemberData(nameof(PublishedIdentifiers))]
    public void Values_that_the_tutorial_prints_come_out_of_the_files(string koaId)
    {
        var published = PublishedRows.All.Single(row => row.KoaId == koaId);
        var record = Assert.Single(files.Records, record => record.KoaId == koaId);
        Assert.Multiple([.. published.Values.Select(value => (Action)(() => Assert.Equal((value.Key, value.Value), (value.Key, Printed(record, value.Key)))))]);
    }

    [Theory]
    [InlineData("date", 10, 10)]
    [InlineData("time", 10, 10)]
    [InlineData("programme", 10, 10)]
    [InlineData("cone", 10, 10)]
    [InlineData("box", 10, 10)]
    [InlineData("polygon", 10, 10)]
    public void The_first_and_the_last_rows_of_a_selection_are_the_printed_ones(string setName, int first, int last)
    {
        var set = TutorialSets.All.Single(set => set.Name == setName);
        var selected = files.Records.Where(record => SelectionCounts.IsIn(set, record)).Select(record => record.KoaId).Order(StringComparer.Ordinal).ToList();
        var published = PublishedRows.All.Where(row => row.Sets.Contains(setName)).Select(row => row.KoaId).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(published.Take(first), selected.Take(first));
        Assert.Equal(published.TakeLast(last), selected.TakeLast(last));
    }

    [Fact]
    public void Ordered_by_signal_to_noise_the_date_begins_and_ends_with_the_printed_rows()
    {
        var column = Hires.OrdinalOf("sig2nois");
        var ordered = files.Records.Where(record => SelectionCounts.IsIn(TutorialSets.Date, record)).OrderBy(record => record[column].Real).ToList();
        var published = PublishedRows.All.Where(row => row.Values.ContainsKey("sig2nois")).ToLookup(row => row.Values["sig2nois"] == "2.0", row => row.KoaId);
        Assert.Equal(published[true].Order(StringComparer.Ordinal), ordered.Take(10).Select(record => record.KoaId).Order(StringComparer.Ordinal));
        Assert.Equal(published[false].Order(StringComparer.Ordinal), ordered.TakeLast(10).Select(record => record.KoaId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Headers_are_like_a_real_one_and_say_that_they_are_synthetic()
    {
        foreach (var (header, result) in files.Sound)
        {
            Assert.True(result.IsTaken, result.Refusal?.Message);

            // Real headers of the mosaic have KEEPPREP = 'true' as well.
            Assert.DoesNotContain(result.Issues, issue => issue.Column != "keepprep");
            Assert.Equal(CardsOfRealHeader, header.Cards.Count);
            Assert.Contains(header.Cards, card => card.Keyword == "COMMENT" && card.Comment.StartsWith("SYNTHETIC", StringComparison.Ordinal));
            Assert.True(header.TryGet("PROGTITL", out var title) && title.Value.Text.StartsWith("Synthetic", StringComparison.Ordinal));
            Assert.Equal(HeaderValueKind.Text, header.TryGet("AZ", out var azimuth) ? azimuth.Value.Kind : HeaderValueKind.Text);
            var isMosaic = result.Record.UtDate >= new DateOnly(2004, 8, 18);
            Assert.Equal(isMosaic, header.TryGet("MOSMODE", out _));
            Assert.Equal(isMosaic, header.Issues.Any(issue => issue.Code == IssueCode.DuplicateKeyword));
        }
    }

    [Fact]
    public void Written_again_the_files_are_the_same_to_the_last_byte()
    {
        using var folder = new TemporaryFolder();
        new SyntheticTwin().WriteFitsFiles(folder.Path);
        var names = Directory.EnumerateFiles(files.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(files.Folder, path)).Order().ToList();
        Assert.Equal(files.Report.Files + files.Report.DamagedFiles, names.Count);
        Assert.All(names, name => Assert.True(File.ReadAllBytes(folder[name]).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(files.Folder, name))), name));
    }

    [Fact]
    public void Damaged_files_are_refused_each_for_another_reason()
    {
        var reasons = Directory.EnumerateFiles(Path.Combine(files.Folder, "damaged")).Select(ReasonOf).ToList();
        Assert.DoesNotContain(null, reasons);
        Assert.Equal(files.Report.DamagedFiles, reasons.Distinct().Count());
    }

    private static string? ReasonOf(string path)
    {
        var reading = HeaderSource.Open(path);
        return reading.Header is { } header ? InstrumentRegistry.Translate(header).Refusal?.Code.ToString() : reading.Refusal!.Code.ToString();
    }

    /// <summary>The value as the tutorial's print shows it: z with ten decimals, other numbers in their shortest form with at least one.</summary>
    private static string Printed(ObservationRecord record, string column)
    {
        var value = record[Hires.OrdinalOf(column)];
        return value.Kind switch
        {
            FieldKind.Real when column == "z" => value.Real.ToString("0.0000000000", CultureInfo.InvariantCulture),
            FieldKind.Real => value.Real.ToString("0.0###############", CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }
}
