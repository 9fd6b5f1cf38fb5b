using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class HduChoiceTests
{
    [Theory]
    [InlineData("0", "primary")]
    [InlineData("primary", "primary")]
    [InlineData("1", "first")]
    [InlineData("SCI", "first")]
    [InlineData("sci,1", "first")]
    [InlineData("SCI , 2", "second")]
    [InlineData("WITH,COMMA,1", "comma")]
    [InlineData("3", "comma")]
    public void The_HDU_that_is_asked_for_is_read_and_no_other(string choice, string expected)
    {
        HeaderReading reading = Read(choice);

        Assert.Equal(expected, reading.Header!.TryGet("WHICH", out HeaderCard? card) ? card.Value.Text : null);
        Assert.Equal(expected, new[] { "primary", "first", "second", "comma" }[reading.Hdu]);
        Assert.Equal(expected == "primary" ? HeaderForm.Primary : HeaderForm.Extension, reading.Form);
        Assert.Equal(expected == "primary", reading.Header.TryGet("EXPTIME", out _));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("SCI,3")]
    [InlineData("ERR")]
    [InlineData("PRIMARY,2")]
    public void An_HDU_that_is_not_there_is_refused(string choice) => Assert.Equal(RefusalCode.NoSuchHdu, Read(choice).Refusal?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",1")]
    [InlineData("SCI,")]
    [InlineData("SCI,x")]
    public void What_names_no_HDU_is_no_choice(string text) => Assert.False(HduChoice.TryParse(text, out _));

    /// <summary>The INHERIT convention: merging is never silent, so it is told that there was something to merge.</summary>
    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    public void INHERIT_is_told_and_not_applied(string choice, bool isTold) =>
        Assert.Equal(isTold, Read(choice).Header!.Issues.Any(issue => issue.Code == IssueCode.InheritNotApplied));

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    public void A_text_dump_is_a_primary_header(string choice, bool isRead)
    {
        Assert.True(HduChoice.TryParse(choice, out HduChoice? hdu));
        using MemoryStream text = new("SIMPLE  =                    T\nOBJECT  = 'M 31'\nEND\n"u8.ToArray());

        Assert.Equal(isRead, HeaderSource.Read(text, "dump.txt", hdu: hdu).IsRead);
    }

    private static HeaderReading Read(string text)
    {
        Assert.True(HduChoice.TryParse(text, out HduChoice? choice));
        byte[] primary = new FitsHeaderWriter().Logical("SIMPLE", true).Integer("BITPIX", 8).Integer("NAXIS", 1).Integer("NAXIS1", 10)
            .Text("WHICH", "primary").Real("EXPTIME", 10).ToBlocks();
        byte[] file =
        [
            .. primary, .. new byte[2880],
            .. Extension("SCI", "first").Logical("INHERIT", false).ToBlocks(),
            .. Extension("SCI", "second").Integer("EXTVER", 2).Logical("INHERIT", true).ToBlocks(),
            .. Extension("WITH,COMMA", "comma").ToBlocks(),
        ];
        return HeaderSource.Read(new MemoryStream(file), "file.fits", hdu: choice);
    }

    private static FitsHeaderWriter Extension(string name, string which) => new FitsHeaderWriter()
        .Text("XTENSION", "IMAGE").Integer("BITPIX", 8).Integer("NAXIS", 0).Integer("PCOUNT", 0).Integer("GCOUNT", 1).Text("EXTNAME", name).Text("WHICH", which);
}
