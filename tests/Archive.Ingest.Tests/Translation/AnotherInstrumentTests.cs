using Archive.Ingest.Fits;
using Archive.Ingest.Instruments;
using Archive.Ingest.Translation;
using Archive.Ingest.Translation.Koa;

namespace Archive.Ingest.Tests.Translation;

/// <summary>What an instrument takes: a definition file and a class for the columns that no keyword holds. Tried with a few columns of NIRC2 and a real header.</summary>
public class AnotherInstrumentTests
{
    private const string DefinitionText = """
        # instrument: NIRC2
        # table: koa_nirc2
        # prefix: N2
        # key: koaid
        # utdate: date_obs
        # position: ra,dec
        # description: Observations with NIRC2.
        name	type	width	unit	ucd	principal	required	keywords	minimum	maximum	values	description
        koaid	char	32		meta.id;meta.main	Y	Y	KOAID				Identifies the observation.
        date_obs	date			time.start;obs	Y	Y	DATE-OBS				UT date.
        utdatetime	timestamp			time.start;obs	Y	Y	UTDT				Start.
        ra	double		deg	pos.eq.ra;meta.main	Y	N	RA	0	360		Right ascension.
        dec	double		deg	pos.eq.dec;meta.main	Y	N	DEC	-90	90		Declination.
        frameno	int			meta.number;obs	Y	N	FRAMENO				Frame.
        currinst	char	5		meta.id;instr	N	N	CURRINST			NIRC|NIRC2	Instrument.
        """;

    [SkippableFact]
    public void A_definition_and_a_small_class_make_rows_of_it()
    {
        var reading = HeaderSource.Open(SharedData.Require("corpora/fits/real/keck/nirc2_dark_256_264_2_16_0.018_1.fits"));
        var definition = InstrumentFile.Read(new StringReader(DefinitionText.ReplaceLineEndings("\n")));
        var result = new HeaderTranslator(definition, new StartOfExposure(definition)).Translate(reading.Header!);

        Assert.True(result.IsTaken);
        Assert.Equal(("N2.20220526.64087.12.fits", new DateOnly(2022, 5, 26)), (result.Record.KoaId, result.Record.UtDate));
        Assert.Equal("koa_nirc2", result.Record.Table.Name);
        Assert.Equal("2022-05-26T17:48:07.120000", result.Record[definition.OrdinalOf("utdatetime")].ToString());
        Assert.Equal((532, "NIRC2"), (result.Record[definition.OrdinalOf("frameno")].Integer, result.Record[definition.OrdinalOf("currinst")].Text));
        Assert.Empty(result.Issues);
    }

    private sealed class StartOfExposure(InstrumentDefinition definition) : IDerivedColumns
    {
        private readonly int _start = definition.OrdinalOf("utdatetime");

        public TranslationRefusal? Derive(RecordDraft draft)
        {
            if (!draft.Header.TryGet("UTC", out var utc) || !ObservationTime.TryParse(draft[definition.UtDateOrdinal].Date, utc.Value.Text, out var time, out _))
                return new TranslationRefusal(TranslationRefusalCode.NoObservationTime, "UTC", "The header has no UTC.", "Add it.");
            draft[_start] = FieldValue.OfTimestamp(time.MicrosecondsSinceEpoch);
            return null;
        }
    }
}
