namespace Archive.Ingest.Tests.Translation;

public class HiresImageTypeTests
{
    private static readonly string[] Names = ["LAMPNAME", "DECKNAME"];

    public static TheoryData<string, string> States()
    {
        var data = new TheoryData<string, string>();
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "koaimtyp.tsv")).Where(line => !line.StartsWith('#')).ToArray();
        foreach (var line in lines[1..]) data.Add(lines[0], line);
        return data;
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_state_of_the_instrument_says_what_a_frame_is(string keywordLine, string stateLine)
    {
        string[] keywords = keywordLine.ToUpperInvariant().Split('\t'), state = stateLine.Split('\t');
        var cards = keywords[..^1].Zip(state, (keyword, value) => (keyword, Literal(keyword, value))).ToArray();
        Assert.Equal(state[^1], HiresHeader.Translate(cards).Text("koaimtyp"));
    }

    [Fact]
    public void A_type_that_the_header_states_is_kept() =>
        Assert.Equal("arclamp", HiresHeader.Translate(("KOAIMTYP", "'arclamp'"), ("AUTOSHUT", "F")).Text("koaimtyp"));

    [Fact]
    public void A_header_that_says_nothing_is_undefined() => Assert.Equal("undefined", HiresHeader.Translate().Text("koaimtyp"));

    private static string? Literal(string keyword, string value) =>
        value == "-" ? null : Names.Contains(keyword) ? $"'{value}'" : value == "maybe" ? "'maybe'" : value;
}
