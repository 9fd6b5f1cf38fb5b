using Archive.DataSamples;
using Archive.DataSamples.Bulk;
using Archive.DataSamples.Headers;
using Archive.DataSamples.Nights;
using Archive.DataSamples.Programmes;
using Archive.DataSamples.Targets;
using Archive.DataSamples.Tutorial;
using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Samples;

public sealed class TwinBulkTests
{
    private const ulong Seed = 7;
    private static readonly InstrumentDefinition Hires = InstrumentFile.Load("koa_hires");
    private static readonly int ImageType = Hires.OrdinalOf("koaimtyp");
    private static readonly int Elevation = Hires.OrdinalOf("el");
    private static readonly ProgrammeList Programmes = new(new TargetList(Seed), Seed);

    [Fact]
    public void With_the_files_the_bulk_makes_the_published_number_of_rows_and_adds_none_to_a_selection()
    {
        var counts = new SelectionCounts();
        var nights = new HashSet<DateOnly>();
        int objects = 0, objectsNearTheHorizon = 0;
        ObservationRecord? previous = null;
        foreach (var record in new SyntheticTwin().Bulk())
        {
            counts.Add(record);
            nights.Add(record.UtDate);

            // Ascending without a tie: unique, too.
            Assert.True(previous is null || string.CompareOrdinal(previous.KoaId, record.KoaId) < 0, $"{previous} is followed by {record.KoaId}");
            previous = record;
            if (record[ImageType].Text != "object") continue;
            objects++;
            if (record[Elevation].Real < 20) objectsNearTheHorizon++;
        }

        Assert.Equal(TutorialSets.TotalRows, counts.Rows + TutorialSets.SelectedRows);
        Assert.Equal(counts.Rows, counts.Unselected);
        Assert.InRange(nights.Count, 2_000, 2_600);
        Assert.InRange((double)objects / counts.Rows, 0.4, 0.65);
        Assert.InRange((double)objectsNearTheHorizon / objects, 0, 0.02);
    }

    [Theory]
    [InlineData("1997-05-11")]
    [InlineData("2011-02-09")]
    public void A_row_is_what_translating_the_whole_header_of_its_frame_gives(string utDate)
    {
        var night = Night.Make(DateOnly.ParseExact(utDate, "yyyy-MM-dd", null), Programmes, Seed);
        var rows = new BulkRows().Make(night, 120);
        var frames = NightPlan.Compose(night, 120);
        Assert.Equal(frames.Count, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var whole = InstrumentRegistry.Translate(FitsHeader.Parse(HeaderTemplate.Of(night).Write(frames[i]).ToBlocks())).Record!;
            var different = Hires.Columns.Where(column => rows[i][column.Ordinal] != whole[column.Ordinal]);
            Assert.Equal([], different.Select(column => $"{column.Name}: {rows[i][column.Ordinal]}, not {whole[column.Ordinal]}"));
        }
    }

    [Fact]
    public void Every_kind_of_frame_is_taken_for_what_it_is_meant_to_be()
    {
        var night = Night.Make(new DateOnly(2011, 2, 9), Programmes, Seed);
        var frames = NightPlan.Compose(night, 6_000);
        var rows = new BulkRows().Make(night, 6_000);
        Assert.Equal(Enum.GetValues<FrameKind>(), frames.Select(frame => frame.Kind).Distinct().Order());
        Assert.All(frames.Zip(rows), pair => Assert.Equal(
            pair.First.Kind.ToString().ToUpperInvariant(), pair.Second[ImageType].Text.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant()));
    }

    [Fact]
    public void The_same_options_give_the_same_twin_and_another_seed_another()
    {
        var options = new SyntheticTwinOptions { Rows = 8_000, Seed = Seed };
        var once = new SyntheticTwin(options).Bulk().ToList();
        var again = new SyntheticTwin(options).Bulk().ToList();
        Assert.Equal(8_000 - TutorialSets.SelectedRows, once.Count);
        Assert.All(once.Zip(again), pair => Assert.True(pair.First.Values.SequenceEqual(pair.Second.Values), pair.First.KoaId));
        var other = new SyntheticTwin(options with { Seed = Seed + 1 }).Bulk();
        Assert.NotEqual(once.Select(record => record.KoaId), other.Select(record => record.KoaId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(SyntheticTwinOptions.MostRows)]
    public void The_calendar_shares_out_any_number_of_frames_exactly(int frames)
    {
        var nights = NightCalendar.Plan(frames, _ => false, Programmes, Seed).ToList();
        Assert.Equal(frames, nights.Sum(night => night.Frames));
        Assert.All(nights, night => Assert.True(night.Frames > 0));
    }

    [Fact]
    public void Even_the_busiest_night_of_the_largest_twin_has_a_second_for_each_frame()
    {
        var (night, count) = NightCalendar.Plan(SyntheticTwinOptions.MostRows, _ => false, Programmes, Seed).MaxBy(night => night.Frames);
        var seconds = NightPlan.Compose(night, count).Select(frame => frame.SecondOfDay).ToList();
        Assert.Equal(count, seconds.Distinct().Count());
        Assert.Equal(seconds.Order(), seconds);
        Assert.InRange(seconds[^1], 0, 86_399);
    }

    [Fact]
    public void A_twin_of_the_tutorials_rows_alone_has_no_bulk() =>
        Assert.Empty(new SyntheticTwin(new SyntheticTwinOptions { Rows = TutorialSets.SelectedRows }).Bulk());

    [Theory]
    [InlineData(0)]
    [InlineData(1_761)]
    [InlineData(SyntheticTwinOptions.MostRows + 1)]
    public void Too_few_or_too_many_rows_are_refused(int rows)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticTwin(new SyntheticTwinOptions { Rows = rows }));
        Assert.Contains("1762", error.Message, StringComparison.Ordinal);
    }
}
