namespace Archive.Formats.Tests;

public sealed class ResultFormatTests
{
    /// <summary>[D4] [O2]</summary>
    [Theory]
    [InlineData("votable", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("VOTable", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("votable/td", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("votable_plain", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("votable/b2", "votable/b2", "application/x-votable+xml;serialization=BINARY2")]
    [InlineData("votable/b", "votable/b", "application/x-votable+xml;serialization=BINARY")]
    [InlineData("text/xml", "votable", "text/xml")]
    [InlineData("application/x-votable+xml", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("application/x-votable+xml;serialization=tabledata", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("Application/X-VOTable+XML ; Serialization=\"Binary2\"", "votable/b2", "application/x-votable+xml;serialization=BINARY2")]
    [InlineData("application/x-votable+xml;serialization=BINARY", "votable/b", "application/x-votable+xml;serialization=BINARY")]
    [InlineData("application/x-votable+xml;content=datalink;serialization=binary2", "votable/b2", "application/x-votable+xml;serialization=BINARY2")]
    [InlineData("csv", "csv", "text/csv;header=present")]
    [InlineData(" CSV ", "csv", "text/csv;header=present")]
    [InlineData("text/csv", "csv", "text/csv;header=present")]
    [InlineData("text/csv;header=present", "csv", "text/csv;header=present")]
    [InlineData("text/csv; charset=UTF-8; header=present", "csv", "text/csv;header=present")]
    [InlineData("tsv", "tsv", "text/tab-separated-values")]
    [InlineData("text/tab-separated-values", "tsv", "text/tab-separated-values")]
    [InlineData("ipac", "ipac", "text/plain")]
    [InlineData("text/plain", "ipac", "text/plain")]
    [InlineData("tbl", "ipac", "text/plain")]
    [InlineData("TEXT", "text", "text/plain;format=fixed;charset=utf-8")]
    [InlineData("text/plain; format=fixed", "text", "text/plain;format=fixed;charset=utf-8")]
    [InlineData("json", "json", "application/json")]
    [InlineData("application/json", "json", "application/json")]
    [InlineData("json/rows", "json/rows", "application/json;shape=rows")]
    [InlineData("application/json;shape=rows", "json/rows", "application/json;shape=rows")]
    [InlineData("fits", "fits", "application/fits")]
    [InlineData("parquet", "parquet", "application/vnd.apache.parquet")]
    [InlineData("text/html", "html", "text/html;charset=utf-8")]
    [InlineData("votable/1.5", "votable/1.5", "application/x-votable+xml;serialization=TABLEDATA;version=1.5")]
    [InlineData("application/x-votable+xml;version=1.5", "votable/1.5", "application/x-votable+xml;serialization=TABLEDATA;version=1.5")]
    [InlineData("application/x-votable+xml;version=1.5;serialization=binary2", "votable/b2/1.5", "application/x-votable+xml;serialization=BINARY2;version=1.5")]
    [InlineData("application/x-votable+xml;version=1.4", "votable", "application/x-votable+xml;serialization=TABLEDATA")]
    [InlineData("votable_gzip", "votable_gzip", "application/gzip;content=votable")]
    public void A_response_format_finds_its_format_and_content_type(string responseFormat, string name, string contentType)
    {
        var match = ResultFormats.Find(responseFormat);
        Assert.Equal((name, contentType), (match?.Format.Name, match?.ContentType));
    }

    /// <summary>[D4]</summary>
    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("parquetry")]
    [InlineData("text/csv;header=absent")]
    [InlineData("text/csv;charset=latin1")]
    [InlineData("application/x-votable+xml;serialization=FITS")]
    [InlineData("application/x-votable+xml;version=1.3;serialization=FITS")]
    public void What_names_no_format_finds_none(string responseFormat) => Assert.Null(ResultFormats.Find(responseFormat));

    [Fact]
    public void An_endless_response_format_finds_none() => Assert.Null(ResultFormats.Find("text/csv" + new string(';', 1_000_000)));

    [Fact]
    public void Every_format_is_found_by_each_of_its_names_and_media_types()
    {
        foreach (var format in ResultFormats.All)
        {
            foreach (var name in format.Aliases.Add(format.Name).AddRange(format.MediaTypes.Select(type => type.ToString())))
                Assert.Same(format, ResultFormats.Find(name)?.Format);
            Assert.StartsWith(".", format.FileExtension, StringComparison.Ordinal);
        }
    }
}
