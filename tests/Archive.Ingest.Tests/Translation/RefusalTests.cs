using Archive.Ingest.Fits;
using Archive.Ingest.Translation;

namespace Archive.Ingest.Tests.Translation;

public class RefusalTests
{
    [Theory]
    [InlineData("INSTRUME", null, TranslationRefusalCode.NoInstrument, "INSTRUME")]
    [InlineData("INSTRUME", "'   '", TranslationRefusalCode.NoInstrument, "INSTRUME")]
    [InlineData("INSTRUME", "'MagE'", TranslationRefusalCode.UnknownInstrument, "INSTRUME")]
    [InlineData("INSTRUME", "'HIRESX'", TranslationRefusalCode.UnknownInstrument, "INSTRUME")]
    [InlineData("INSTRUME", "'ESIX: another'", TranslationRefusalCode.UnknownInstrument, "INSTRUME")]
    [InlineData("DATE-OBS", null, TranslationRefusalCode.NoObservationDate, "DATE-OBS")]
    [InlineData("DATE-OBS", "", TranslationRefusalCode.NoObservationDate, "DATE-OBS")]
    [InlineData("DATE-OBS", "'NaN'", TranslationRefusalCode.NoObservationDate, "DATE-OBS")]
    [InlineData("DATE-OBS", "'nn/nn/nn'", TranslationRefusalCode.UnusableObservationDate, "DATE-OBS")]
    [InlineData("DATE-OBS", "'2009-02-30'", TranslationRefusalCode.UnusableObservationDate, "DATE-OBS")]
    [InlineData("DATE-OBS", "20090831", TranslationRefusalCode.UnusableObservationDate, "DATE-OBS")]
    [InlineData("UTC", null, TranslationRefusalCode.NoObservationTime, "UTC")]
    [InlineData("UTC", "'#### Error ###'", TranslationRefusalCode.NoObservationTime, "UTC")]
    [InlineData("UTC", "'24:00:01'", TranslationRefusalCode.UnusableObservationTime, "UTC")]
    [InlineData("UTC", "8204.0", TranslationRefusalCode.UnusableObservationTime, "UTC")]
    public void A_header_without_identity_is_refused(string keyword, string? literal, TranslationRefusalCode code, string blamed)
    {
        var result = HiresHeader.Translate((keyword, literal));
        Assert.False(result.IsTaken);
        Assert.Equal((code, blamed), (result.Refusal.Code, result.Refusal.Keyword));
        Assert.NotEmpty(result.Refusal.Remedy);
    }

    [Fact]
    public void An_unknown_instrument_is_named_beside_those_that_are_known()
    {
        var refusal = HiresHeader.Translate(("INSTRUME", "'MagE    '")).Refusal;
        Assert.Equal("INSTRUME is 'MagE': no definition for this instrument; known: " + string.Join(", ", InstrumentRegistry.All.Select(known => known.Definition.Name)) + ".", refusal!.Message);
    }

    [Fact]
    public void An_empty_header_is_refused() => Assert.Equal(TranslationRefusalCode.NoInstrument, InstrumentRegistry.Translate(FitsHeader.Parse([])).Refusal!.Code);

    [Fact]
    public void Whatever_stands_in_the_cards_nothing_is_thrown()
    {
        string[] literals = ["", "T", "F", "0", "-1", "99999999999999999999", "1.5", "-1E300", "(1.0, 2.0)", "''", "'undefined'", "'NaN'", "NaN", "'2004-08-24T99:99:99'",
            "'-99:99:99.9'", "':::'", "'" + new string('x', 66) + "'", "'\u00e9\u00ff'"];
        var keywords = HiresHeader.Definition.Columns.SelectMany(column => column.Keywords).Where(keyword => keyword.Length <= 8)
            .Concat(["PROGNAME", "UTC", "LAMPQTZ1", "RADESYS", "EPOCH"]).Where(keyword => keyword != "INSTRUME").Distinct().ToArray();
        var random = new Random(20040824);
        var taken = 0;
        for (var round = 0; round < 500; round++)
        {
            var cards = keywords.Select(keyword => (keyword, (string?)literals[random.Next(literals.Length)])).Where(_ => random.Next(4) > 0).ToList();
            if (round % 2 == 0) cards.AddRange([("DATE-OBS", "'2004-08-24'"), ("UTC", "'02:16:44.00'")]);
            var result = HiresHeader.Translate([.. cards]);
            if (!result.IsTaken) continue;
            taken++;
            Assert.True(result.Issues.Count < 2 * keywords.Length);
            for (var ordinal = 0; ordinal < result.Record.Values.Length; ordinal++) AssertFits(ordinal, result.Record[ordinal]);
        }

        Assert.True(taken >= 250, $"only {taken} headers were taken");
    }

    private static void AssertFits(int ordinal, FieldValue value)
    {
        var column = HiresHeader.Definition.Columns[ordinal];
        if (value.IsNull) return;
        Assert.Equal(column.Kind.ToString(), value.Kind.ToString());
        if (value.Kind == FieldKind.Text) Assert.True(value.Text.Length <= column.Width, column.Name);
        if (value.Kind == FieldKind.Real) Assert.True(double.IsFinite(value.Real), column.Name);
        if (value.Kind == FieldKind.Integer) Assert.InRange(value.Integer, int.MinValue, int.MaxValue);
    }
}
