using System.Globalization;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class CardTests
{
    public static TheoryData<string[]> Cards => CaseTable.Read("cards.tsv");

    public static TheoryData<string[]> Numbers => CaseTable.Read("numbers.tsv");

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_is_read_as_the_table_says(string[] row)
    {
        string text = row[1].Replace('~', '\t');

        FitsHeader header = FitsHeader.FromCards("BEFORE  =                    1", text, "AFTER   =                    2");

        Assert.Equal(3, header.Cards.Count);
        Assert.All([header.Cards[0], header.Cards[2]], c => Assert.Equal(HeaderValueKind.Integer, c.Value.Kind));
        HeaderCard card = header.Cards[1];
        string shown = card.Value.Kind == HeaderValueKind.None ? card.Comment : card.Value.Text;
        string comment = card.Value.Kind == HeaderValueKind.None ? "" : card.Comment;
        string issues = string.Join(' ', header.Issues.Select(i => i.Code));
        Assert.Equal<string[]>(row[2..], [card.Keyword, card.Value.Kind.ToString(), shown, comment, issues]);
        Assert.All(header.Issues, i => Assert.Equal((2, card.Keyword), (i.CardNumber, i.Keyword)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_read_wherever_it_stands(string[] row)
    {
        HeaderValue value = FitsHeader.FromCards("KEY     = " + row[0]).Cards[0].Value;

        string real = value.TryGetDouble(out double d) ? d.ToString("R", CultureInfo.InvariantCulture) : "-";
        string whole = value.TryGetInt64(out long l) ? l.ToString(CultureInfo.InvariantCulture) : "-";

        string expected = row[1] == "-" ? "-" : double.Parse(row[1], CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
        Assert.Equal((expected, row[2]), (real, whole));
    }

    [Theory]
    [InlineData("T", true)]
    [InlineData("F", false)]
    [InlineData("'true    '", true)]
    [InlineData("'F'", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("2", null)]
    [InlineData("1.0", null)]
    [InlineData("'yes'", null)]
    [InlineData("", null)]
    public void Truth_is_read_as_observatories_write_it(string field, bool? expected)
    {
        HeaderValue value = FitsHeader.FromCards("KEY     = " + field).Cards[0].Value;

        bool isLogical = value.TryGetLogical(out bool truth);

        Assert.Equal(expected, isLogical ? truth : null);
    }
}
