using System.Globalization;
using Archive.DataSamples.Nights;
using Archive.Ingest.Fits;

namespace Archive.DataSamples.Headers;

/// <summary>The order of a HIRES header's cards, and the values of those that say nothing about the night or the frame. Immutable.</summary>
internal sealed class HeaderTemplate
{
    /// <summary>A raw HIRES header of the mosaic has 722 cards, more than half of them blank; the archive's cards take the place of blank ones.</summary>
    private const int CardCount = 722;

    private const ulong Purpose = 0x7E3B;

    private readonly Card[] _instrument;
    private readonly Card[] _archive;

    private HeaderTemplate(string instrumentFile, string archiveFile)
    {
        _instrument = Read(instrumentFile);
        _archive = Read(archiveFile);
    }

    public static HeaderTemplate Mosaic { get; } = new("mosaic_header.tsv", "mosaic_archive_cards.tsv");

    public static HeaderTemplate SingleChip { get; } = new("single_chip_header.tsv", "single_chip_archive_cards.tsv");

    public static HeaderTemplate Of(Night night) => night.IsMosaic ? Mosaic : SingleChip;

    /// <summary>The keywords whose values the frame decides.</summary>
    public IEnumerable<string> FrameKeywords => _instrument.Concat(_archive).Where(card => card.Kind == "frame").Select(card => card.Keyword);

    /// <summary>The keywords whose values are the same in all headers of a night.</summary>
    public IEnumerable<string> NightKeywords => _instrument.Concat(_archive).Where(card => card.Kind is not ("frame" or "commentary")).Select(card => card.Keyword);

    /// <summary>The whole primary header of a frame.</summary>
    public FitsHeaderWriter Write(Frame frame)
    {
        var values = new CardValues();
        NightCards.Supply(frame.Night, values);
        FrameCards.Supply(frame, values);
        var random = frame.Night.Random(Purpose);
        var writer = new FitsHeaderWriter();
        foreach (var card in _instrument) Write(card);
        var archiveCards = _archive.Count(card => card.Kind is not ("frame" or "night") || values.Has(card.Keyword));
        while (writer.CardCount < CardCount - archiveCards) writer.Card("");
        foreach (var card in _archive) Write(card);
        return writer;

        void Write(Card card)
        {
            // A number is drawn for every card, so that the rest of the header doesn't change with one card.
            var deviation = random.NextNormal() * card.Spread / 2;
            switch (card.Kind)
            {
                case "frame" or "night":
                    values.Write(card.Keyword, writer);
                    break;
                case "text":
                    writer.Text(card.Keyword, card.Spread == 0 ? card.Value : (Number(card.Value) + deviation).ToString("0.000", CultureInfo.InvariantCulture));
                    break;
                case "logical":
                    writer.Logical(card.Keyword, card.Value == "T");
                    break;
                case "integer":
                    writer.Integer(card.Keyword, (long)Math.Round(Number(card.Value) + deviation));
                    break;
                case "real":
                    writer.Real(card.Keyword, Math.Round(Number(card.Value) + deviation, 4));
                    break;
                default:
                    writer.Commentary(card.Keyword, card.Value);
                    break;
            }
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Card[] Read(string fileName)
    {
        using var reader = EmbeddedTable.Open(typeof(HeaderTemplate), fileName);
        return [.. EmbeddedTable.Lines(reader).Skip(1).Select(fields => new Card(fields[0], fields[1], fields[2], fields[3].Length > 0 ? Number(fields[3]) : 0))];
    }

    /// <summary>One line of a template file; the file says what the kinds are.</summary>
    private sealed record Card(string Keyword, string Kind, string Value, double Spread);
}
