using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class FitsHeaderTests
{
    [Fact]
    public void The_first_of_several_values_counts_and_the_difference_is_noted()
    {
        FitsHeader header = FitsHeader.FromCards("ERASLINE=                    F", "ERASLINE=                    0", "OBJECT  = 'a'", "OBJECT  = 'a   '");

        Assert.True(header.TryGet("erasline", out HeaderCard? card));
        Assert.Equal(1, card.CardNumber);
        HeaderIssue issue = Assert.Single(header.Issues);
        Assert.Equal((IssueCode.DuplicateKeyword, 2, "ERASLINE"), (issue.Code, issue.CardNumber, issue.Keyword));
    }

    [Fact]
    public void Numbers_in_strings_are_numbers_when_asked_for()
    {
        FitsHeader header = FitsHeader.FromCards("EQUINOX = '2000.0  '           / HIRES writes it so", "MJD     = '55074.263741'");

        Assert.True(header.TryGet("EQUINOX", out HeaderCard? equinox));
        Assert.True(equinox.Value.TryGetDouble(out double year));
        Assert.Equal(2000.0, year);
        Assert.Equal("2000.0", equinox.Value.Text);
        Assert.Equal("HIRES writes it so", equinox.Comment);
    }

    [Fact]
    public void Blank_cards_keep_their_numbers()
    {
        FitsHeader header = FitsHeader.FromCards("", "A       = 1", "", "B       = 2", "", "END");

        Assert.Equal([1, 2, 3, 4, 5], header.Cards.Select(c => c.CardNumber));
        Assert.Equal(["", "A", "", "B", ""], header.Cards.Select(c => c.Keyword));
        Assert.Empty(header.Issues);
    }

    [Fact]
    public void Numbers_run_on_where_cards_were_joined_and_an_index_finds_what_the_walk_finds()
    {
        FitsHeader header = FitsHeader.FromCards(
            "", "A       = 'one&'", "CONTINUE  'two&'", "CONTINUE  ''", "", "", "B       = 2", "C       = 'x&'", "CONTINUE  'y'", "", "        blank keyword", "D       = 'x&'", "CONTINUE  'y'", "", "", "END");

        Assert.Equal([(1, ""), (2, "A"), (5, ""), (6, ""), (7, "B"), (8, "C"), (10, ""), (11, ""), (12, "D"), (14, ""), (15, "")], header.Cards.Select(c => (c.CardNumber, c.Keyword)));
        Assert.Equal(header.Cards.Select(c => $"{c.CardNumber} {c}"), Enumerable.Range(0, header.Cards.Count).Select(i => $"{header.Cards[i].CardNumber} {header.Cards[i]}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => header.Cards[header.Cards.Count]);
        Assert.False(header.TryGet("", out _));
    }
}
