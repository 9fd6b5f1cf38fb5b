using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

/// <summary>Strings longer than a card: FITS 4.0, section 4.2.1.2.</summary>
public sealed class ContinueTests
{
    [Fact]
    public void Substrings_are_joined_and_so_are_the_comments()
    {
        FitsHeader header = FitsHeader.FromCards(
            "LONG1   = 'This is a long string value &' / first comment",
            "CONTINUE  'extending& ' / second",
            "CONTINUE  ' over 3 lines.' / third",
            "INT     =                    3");

        Assert.Equal(["LONG1", "INT"], header.Cards.Select(c => c.Keyword));
        Assert.Equal([1, 4], header.Cards.Select(c => c.CardNumber));
        Assert.Equal("This is a long string value extending over 3 lines.", header.Cards[0].Value.Text);
        Assert.Equal("first comment second third", header.Cards[0].Comment);
        Assert.Empty(header.Issues);
    }

    [Theory]
    [InlineData("no ampersand before it", "PLAIN   = 'no ampersand'", "CONTINUE  'orphan'", "no ampersand")]
    [InlineData("no string in it", "NOQUOTE = 'abc&'", "CONTINUE  unquoted", "abc&")]
    [InlineData("a number before it", "NUMBER  = 5", "CONTINUE  'orphan'", "5")]
    [InlineData("a value indicator in it", "VALUE   = 'abc&'", "CONTINUE= 'def'", "abc&")]
    public void Continue_is_commentary_with(string why, string first, string second, string expected)
    {
        FitsHeader header = FitsHeader.FromCards(first, second);

        Assert.True(header.Cards.Count == 2, why);
        Assert.Equal(expected, header.Cards[0].Value.Text);
        Assert.Equal(HeaderValueKind.None, header.Cards[1].Value.Kind);
        Assert.Equal(IssueCode.OrphanContinue, Assert.Single(header.Issues).Code);
    }

    [Fact]
    public void A_card_between_breaks_the_string()
    {
        FitsHeader header = FitsHeader.FromCards("LONG    = 'abc&'", "", "CONTINUE  'def'");

        Assert.Equal("abc&", header.Cards[0].Value.Text);
        Assert.Equal(IssueCode.OrphanContinue, Assert.Single(header.Issues).Code);
    }

    [Theory]
    [InlineData("'it''s &'", "'O''Meara&'", "''", "it's O'Meara")]
    [InlineData("'value&'", "'&'", "''", "value")]
    [InlineData("'a   &'", "'  b  &'", "'c   '", "a     b  c")]
    public void Pieces_keep_their_quotes_and_blanks(string first, string second, string third, string expected)
    {
        FitsHeader header = FitsHeader.FromCards("KEY     = " + first, "CONTINUE  " + second, "CONTINUE  " + third);

        Assert.Equal(expected, Assert.Single(header.Cards).Value.Text);
    }

    [Fact]
    public void An_ampersand_before_the_last_is_a_character()
    {
        FitsHeader header = FitsHeader.FromCards("KEY     = 'R&&'", "CONTINUE  ''", "CONTINUE  'not mine'");

        Assert.Equal("R&", header.Cards[0].Value.Text);
        Assert.Equal((IssueCode.OrphanContinue, 3), (Assert.Single(header.Issues).Code, header.Issues[0].CardNumber));
    }

    [Fact]
    public void What_is_wrong_in_a_later_piece_is_noted_at_its_card()
    {
        FitsHeader header = FitsHeader.FromCards("KEY     = 'Jos&'", "CONTINUE  'é O'Meara'");

        Assert.Equal("José O'Meara", Assert.Single(header.Cards).Value.Text);
        Assert.Equal([(IssueCode.NonAsciiByte, 2), (IssueCode.UnescapedQuote, 2)], header.Issues.Select(i => (i.Code, i.CardNumber)));
    }

    [Fact]
    public void A_HIERARCH_string_goes_on_too()
    {
        FitsHeader header = FitsHeader.FromCards("HIERARCH ESO LONG STR = 'part one &'", "CONTINUE  'part two'");

        Assert.True(header.TryGet("ESO LONG STR", out HeaderCard? card));
        Assert.Equal("part one part two", card.Value.Text);
    }
}
