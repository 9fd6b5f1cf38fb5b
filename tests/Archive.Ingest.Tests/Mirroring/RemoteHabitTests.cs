using System.Globalization;
using System.Text;
using Archive.Catalogue.Tables;
using Archive.Ingest.Mirroring.Remote;
using Archive.Ingest.Mirroring.Slices;

namespace Archive.Ingest.Tests.Mirroring;

/// <summary>What services say and how it is understood, and how columns are cut.</summary>
public class RemoteHabitTests
{
    [Theory]
    [InlineData("<VOTABLE><RESOURCE type=\"results\"><INFO name=\"QUERY_STATUS\" value=\"ERROR\">ORA-00904: a < 5 & \"b\": invalid</INFO></RESOURCE></VOTABLE>", "ORA-00904: a < 5 & \"b\": invalid")]
    [InlineData("<v:VOTABLE xmlns:v='x'><v:RESOURCE><v:INFO value='ERROR' name='QUERY_STATUS'><![CDATA[no &amp; never]]></v:INFO></v:RESOURCE></v:VOTABLE>", "no & never")]
    [InlineData("<VOTABLE><RESOURCE><INFO name=\"QUERY_STATUS\" value=\"ERROR\"/></RESOURCE></VOTABLE>", "")]
    [InlineData("{\"status\":\"error\",\"msg\":\"Input query [select \"x\"] is bad\"}", "Input query [select \"x\"] is bad")]
    [InlineData(" { \"status\" : \"error\", \"message\" : \"no\" }\n", "no")]
    [InlineData("<VOTABLE><RESOURCE><INFO name=\"QUERY_STATUS\" value=\"OK\"/><TABLE/></RESOURCE></VOTABLE>", null)]
    [InlineData("<VOTABLE><RESOURCE><TABLE><DESCRIPTION>INFO name=\"QUERY_STATUS\" value=\"ERROR\"</DESCRIPTION><TD>&lt;INFO name=\"QUERY_STATUS\" value=\"ERROR\">x</TD></TABLE></RESOURCE></VOTABLE>", null)]
    [InlineData("{\"status\":\"ok\",\"msg\":\"fine\"}", null)]
    [InlineData("COMPLETED\n", null)]
    [InlineData("", null)]
    public void An_error_is_found_whatever_the_status(string answer, string? message) => Assert.Equal(message, ErrorText.Find(answer));

    [Theory]
    [InlineData("<uws:job><uws:errorSummary type=\"transient\" hasDetail=\"true\"><uws:message>ORA-1: it failed</uws:message></uws:errorSummary></uws:job>", "ORA-1: it failed")]
    [InlineData("<html><body><h1>Not\n found</h1></body></html>", "Not found")]
    public void The_words_of_an_error_are_taken_out_of_its_document(string answer, string message) => Assert.Equal(message, ErrorText.Of(answer));

    [Fact]
    public void A_message_is_never_longer_than_one_reads() => Assert.Equal(603, ErrorText.Of(new string('x', 100_000)).Length);

    [Theory]
    [InlineData(1, null, 0, 1)]
    [InlineData(1, null, 1, 0.5)]
    [InlineData(4, null, 0, 8)]
    [InlineData(20, null, 0, 60)]
    [InlineData(1, 30, 0.3, 30)]
    [InlineData(1, 86400, 0.3, 900)]
    public void Pauses_double_and_Retry_After_is_heeded(int attempts, int? retryAfterSeconds, double chance, double seconds)
    {
        var pause = new Backoff(TimeSpan.FromSeconds(1), TimeProvider.System).PauseAfter(attempts, retryAfterSeconds is { } wanted ? TimeSpan.FromSeconds(wanted) : null, chance);
        Assert.Equal(seconds, pause.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("UtDate", "2004-08-24", "2004-08-26", "2004-08-25")]
    [InlineData("UtDate", "2004-08-24", "2004-08-25", null)]
    [InlineData("Integer", "-5", "6", "0")]
    [InlineData("Integer", "-9223372036854775808", "9223372036854775807", "-1")]
    [InlineData("Integer", "7", "8", null)]
    [InlineData("Real", "1", "2", "1.5")]
    [InlineData("Real", "-1.7976931348623157E+308", "1.7976931348623157E+308", "0")]
    [InlineData("Real", "1", "1.0000000000000002", null)]
    [InlineData("Text", "a", "c", "b")]
    [InlineData("Text", "HI.1", "HI.2", "HI.1O")]
    [InlineData("Text", "same", "same", null)]
    [InlineData("Text", "z", "a", null)]
    public void A_range_has_a_middle_as_long_as_there_is_something_between(string kind, string from, string to, string? middle) =>
        Assert.Equal(middle, new SliceAxis("c", "c", Enum.Parse<AxisKind>(kind)).Midpoint(from, to));

    [Fact]
    public void Halving_texts_ends_and_never_leaves_the_range()
    {
        var random = new Random(20040824);
        for (var round = 0; round < 2000; round++)
        {
            var (low, high) = (Word(random), Word(random));
            if (string.CompareOrdinal(low, high) > 0) (low, high) = (high, low);
            for (var depth = 0; new SliceAxis("c", "c", AxisKind.Text).Midpoint(low, high) is { } middle; depth++)
            {
                Assert.True(string.CompareOrdinal(low, middle) < 0 && string.CompareOrdinal(middle, high) < 0 && depth < 1000, string.Create(CultureInfo.InvariantCulture, $"round {round}: '{low}' '{middle}' '{high}'"));
                if (random.Next(2) == 0) low = middle;
                else high = middle;
            }
        }
    }

    [Theory]
    [InlineData("char", "32*", null, "char 32* ")]
    [InlineData("char", null, null, "char * ")]
    [InlineData("VARCHAR(16)", "16", null, "char 16* ")]
    [InlineData("adql:VARCHAR", "8", null, "char 8* ")]
    [InlineData("adql:TIMESTAMP", null, null, "char * timestamp")]
    [InlineData("char", "10", "timestamp", "char 10 timestamp")]
    [InlineData("char", "*", "adql:TIMESTAMP", "char * timestamp")]
    [InlineData("date", null, null, "char 10 timestamp")]
    [InlineData("integer", "4", null, "int  ")]
    [InlineData("double", "8*", null, "double 8* ")]
    [InlineData("double", null, null, "double  ")]
    [InlineData("number", null, null, "double  ")]
    [InlineData("BLOB", null, null, null)]
    [InlineData(null, null, null, null)]
    public void Types_are_understood_in_the_words_of_VOTable_ADQL_and_databases(string? datatype, string? size, string? xtype, string? expected)
    {
        var type = DeclaredType.Of(datatype, size, xtype);
        Assert.Equal(expected, type is null ? null : $"{type.Datatype.VotableName()} {type.Arraysize} {type.Xtype}");
    }

    [Fact]
    public void Of_the_capabilities_row_limit_and_BINARY2_are_read()
    {
        const string document = """
            <c><outputFormat><mime>application/x-votable+xml</mime></outputFormat><outputFormat><mime>application/x-votable+xml;serialization=BINARY2</mime></outputFormat>
            <retentionPeriod><hard>5</hard></retentionPeriod><outputLimit><default unit="row">10</default><hard unit="row">2000</hard></outputLimit><uploadLimit><hard unit="row">7</hard></uploadLimit></c>
            """;
        Assert.Equal(new RemoteCapabilities(2000, "application/x-votable+xml;serialization=BINARY2"), RemoteCapabilities.Read(new MemoryStream(Encoding.UTF8.GetBytes(document))));
        Assert.Equal(RemoteCapabilities.Unknown, RemoteCapabilities.Read(new MemoryStream("<html/>"u8.ToArray())));
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)(random.Next(8) == 0 ? random.Next(0x100, 0x200) : random.Next(0x20, 0x7F)))]);
}
