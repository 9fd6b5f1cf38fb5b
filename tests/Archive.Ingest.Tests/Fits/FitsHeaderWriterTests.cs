using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class FitsHeaderWriterTests
{
    [Fact]
    public void Cards_look_as_fixed_format_wants_them()
    {
        FitsHeaderWriter writer = new FitsHeaderWriter()
            .Logical("SIMPLE", true, "conforms")
            .Integer("BITPIX", -32)
            .Real("EXPTIME", 30)
            .Real("TINY", 1.5E-30, "small")
            .Text("OBJECT", "O'Hara", "who")
            .Undefined("AIRMASS", "not measured")
            .Real("ESO TEL AIRM", 1.25)
            .Commentary("HISTORY", "made by hand");

        string header = System.Text.Encoding.ASCII.GetString(writer.ToBlocks());

        string[] expected =
        [
            "SIMPLE  =                    T / conforms",
            "BITPIX  =                  -32",
            "EXPTIME =                 30.0",
            "TINY    =              1.5E-30 / small",
            "OBJECT  = 'O''Hara '           / who",
            "AIRMASS =                      / not measured",
            "HIERARCH ESO TEL AIRM = 1.25",
            "HISTORY made by hand",
            "END",
        ];
        Assert.Equal(expected, header.Chunk(80).Take(9).Select(c => new string(c).TrimEnd()));
        Assert.Equal(2880, header.Length);
        Assert.Equal(8, writer.CardCount);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        Random random = new(42);
        for (int round = 0; round < 500; round++)
        {
            FitsHeaderWriter writer = new();
            List<object> values = [];
            int count = random.Next(1, 80);
            for (int i = 0; i < count; i++)
            {
                object value = AnyValue(random);
                string keyword = random.Next(5) == 0 ? $"ESO long Name {i}" : $"KEY{i}";
                string comment = random.Next(2) == 0 ? AnyText(random, 60).Trim() : "";
                values.Add(value);
                _ = value switch
                {
                    bool logical => writer.Logical(keyword, logical, comment),
                    long integer => writer.Integer(keyword, integer, comment),
                    double real => writer.Real(keyword, real, comment),
                    _ => writer.Text(keyword, (string)value, comment),
                };
            }

            FitsHeader header = FitsHeader.Parse(writer.ToBlocks());

            Assert.Empty(header.Issues);
            Assert.Equal(values, header.Cards.Select(c => ValueOf(c.Value)));
        }
    }

    [Theory]
    [InlineData(18)]
    [InlineData(68)]
    [InlineData(69)]
    [InlineData(70)]
    [InlineData(1000)]
    public void A_string_of_quotes_is_never_parted_in_the_middle_of_one(int length)
    {
        string quotes = new('\'', length);

        FitsHeader header = FitsHeader.Parse(new FitsHeaderWriter().Text("QUOTES", quotes, "all of them").ToBlocks());

        Assert.Equal(quotes, Assert.Single(header.Cards).Value.Text);
        Assert.Empty(header.Issues);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_a_header_can_not_hold_is_not_written(double value) =>
        Assert.Throws<ArgumentException>(() => new FitsHeaderWriter().Real("BAD", value));

    [Theory]
    [InlineData("München")]
    [InlineData("tab\there")]
    public void Text_beyond_ASCII_is_not_written(string text) =>
        Assert.Throws<ArgumentException>(() => new FitsHeaderWriter().Text("BAD", text));

    private static object AnyValue(Random random) => random.Next(4) switch
    {
        0 => random.Next(2) == 0,
        1 => random.NextInt64(long.MinValue, long.MaxValue),
        2 => BitConverter.Int64BitsToDouble(random.NextInt64()) is var real && double.IsFinite(real) ? real : -0.5,
        _ => AnyText(random, 300).TrimEnd(' '),
    };

    private static string AnyText(Random random, int longest) =>
        string.Concat(Enumerable.Range(0, random.Next(longest)).Select(_ => random.Next(4) switch { 0 => '\'', 1 => ' ', 2 => '&', _ => (char)random.Next(32, 127) }));

    private static object ValueOf(HeaderValue value) => value.Kind switch
    {
        HeaderValueKind.Logical => value.TryGetLogical(out bool logical) && logical,
        HeaderValueKind.Integer => value.TryGetInt64(out long integer) ? integer : "none",
        HeaderValueKind.Real => value.TryGetDouble(out double real) ? real : "none",
        _ => value.Text,
    };
}
