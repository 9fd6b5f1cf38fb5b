using Archive.DataSamples.Headers;
using Archive.DataSamples.Nights;
using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.DataSamples.Bulk;

/// <summary>
/// Makes rows as ingest does, by translating headers: one whole header for what doesn't change in a night, and for each frame a header of only what
/// does. Every derived column comes out of ingest's own rules. Thread-safe.
/// </summary>
internal sealed class BulkRows
{
    private readonly HeaderTranslator _translator;
    private readonly int[] _nightColumns;

    public BulkRows()
    {
        _translator = InstrumentRegistry.Of("koa_hires")!;
        HeaderTemplate[] templates = [HeaderTemplate.Mosaic, HeaderTemplate.SingleChip];
        var ofFrames = templates.SelectMany(template => template.FrameKeywords).ToHashSet();
        var ofNights = templates.SelectMany(template => template.NightKeywords).ToHashSet();
        _nightColumns =
        [
            .. from column in _translator.Definition.Columns
               where column.Keywords.Any(ofNights.Contains) && !column.Keywords.Any(ofFrames.Contains)
               select column.Ordinal,
        ];
    }

    /// <summary>The rows of a night, in the order of time, which is that of koaid.</summary>
    public ObservationRecord[] Make(Night night, int count)
    {
        var frames = NightPlan.Compose(night, count);
        var ofNight = Translate(FitsHeader.Parse(HeaderTemplate.Of(night).Write(frames[0]).ToBlocks()), frames[0]);
        var cards = new CardBytes();
        var rows = new ObservationRecord[frames.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            cards.Clear();
            FrameCards.Supply(frames[i], cards);
            rows[i] = Join(ofNight, Translate(cards.Parse(), frames[i]));
        }

        return rows;
    }

    private ObservationRecord Translate(FitsHeader header, Frame frame)
    {
        var result = _translator.Translate(header);
        return result.IsTaken ? result.Record : throw new InvalidOperationException($"The header of {frame} was refused: {result.Refusal.Message}");
    }

    private ObservationRecord Join(ObservationRecord ofNight, ObservationRecord ofFrame)
    {
        var values = ofFrame.Values.ToArray();
        foreach (var ordinal in _nightColumns) values[ordinal] = ofNight[ordinal];
        return new ObservationRecord(ofFrame.Table, values, ofFrame.KoaId, ofFrame.UtDate);
    }
}
